import ClaimModel
import ClaimPipeline
import ClaimTesting
import Knowledge
import SourceText
import Testing

/// Who a figure is of, what it measures, when it holds and who says so, one way of saying it each.
@Suite struct LinkingTests {
  /// `subject | property | comparator value unit | year | source` for each mark, in text order.
  static let cases: [(page: String, claims: [String])] = [
    // Versions, sizes and product words belong to the name.
    ("Mistral Large 2 has ⟦123 billion parameters⟧.", ["Mistral Large 2 | parameters | = 1.23e11 parameter | - | -"]),
    ("The context window of Llama 3.1 405B is ⟦128K tokens⟧.", ["Llama 3.1 405B | context_length | = 128000 token | - | -"]),
    ("AlphaGo Zero有⟦4640万个参数⟧。", ["AlphaGo Zero | parameters | = 4.64e7 parameter | - | -"]),
    ("Borealis-α有⟦2000亿个参数⟧。", ["Borealis-α | parameters | = 2e11 parameter | - | -"]),
    // A product's date stands before, behind or inside what names it.
    (
      "⟦2021年4月⟧，华为公开了Borealis-α，它有⟦2000亿个参数⟧。",
      ["Borealis-α | release_date | = 2021 year | 2021-04 | -", "Borealis-α | parameters | = 2e11 parameter | 2021-04 | -"]
    ),
    ("最老的一家，是创立于⟦1974年⟧的鸿海。", ["鸿海 | other | = 1974 year | 1974 | -"]),
    ("[⟦2023.02.24⟧] LLaMA-65B 公开。", ["LLaMA-65B | release_date | = 2023 year | 2023-02-24 | -"]),
    ("老杨的旧机箱 发表于 2024-2-17 21:08，GPT-4的事以后再说。", []),
    // What a change or ratio compares.
    (
      "2023年，谷歌的营收为⟦609亿美元⟧，比2022年增加了⟦26%⟧。",
      ["谷歌 | revenue | = 6.09e10 usd | 2023 | -", "谷歌 | revenue | = 0.26 ratio | 2023 | -"]
    ),
    (
      "Gopher有⟦2800亿个参数⟧，是Chinchilla的⟦4倍⟧。",
      ["Gopher | parameters | = 2.8e11 parameter | - | -", "Gopher | parameters | = 4 ratio | - | -"]
    ),
    // The same unit, another property.
    ("BLOOM训练了⟦118天⟧。", ["BLOOM | training_time | = 118 day | - | -"]),
    ("H100每秒可完成⟦990万亿次浮点运算⟧。", ["H100 | throughput | = 9.9e14 flop | - | -"]),
    ("GPT-4o costs ⟦15 cents⟧ per million input tokens.", ["GPT-4o | price | = 0.15 usd | - | -"]),
    (
      "BLOOM动用了⟦96台⟧A100服务器，训练耗费⟦30万GPU小时⟧。",
      ["BLOOM | hardware_count | = 96 server | - | -", "BLOOM | training_time | = 3e5 hour | - | -"]
    ),
    ("Grok在MMLU上却拿到了⟦67.5%⟧。", ["Grok | score | = 0.675 ratio | - | -"]),
    // Who says so.
    ("Epoch AI, a research group, estimates that GPT-4 used ⟦2.1e25 FLOP⟧.", ["GPT-4 | training_compute | = 2.1e25 flop | - | Epoch AI"]),
    ("按英伟达给出的规格，H100的功耗为⟦700瓦⟧。", ["H100 | power | = 700 watt | - | 英伟达"]),
    ("据国际能源署估计，谷歌的用电量为⟦460太瓦时⟧。", ["谷歌 | energy | = 1.656e18 joule | - | 国际能源署"]),
    ("DeepSeek在技术报告里写道，DeepSeek-V3训练用了⟦2048块⟧H800。", ["DeepSeek-V3 | hardware_count | = 2048 gpu | - | DeepSeek"]),
    ("研究所主任黄志远预计，谷歌的营收将为⟦300亿美元⟧。", ["谷歌 | revenue | = 3e10 usd | - | 黄志远"]),
    (
      "本刊采访了算力研究院的教授周明远。她说：“训练GPT-4大约需要⟦2.1e25次浮点运算⟧。”",
      ["GPT-4 | training_compute | ≈ 2.1e25 flop | - | 周明远"]
    ),
    // What stands before a figure is not always its subject, nor its time.
    ("公司年报记载，台积电服务⟦528个⟧客户，生产⟦1895种⟧产品。", ["台积电 | count | = 528 item | - | 公司年报", "台积电 | count | = 1895 item | - | 公司年报"]),
    ("到年底，Meta备齐了显卡，总算力相当于近⟦60万块⟧H100。", ["Meta | hardware_count | ≈ 6e5 gpu | - | -"]),
    (
      "⟦2023年⟧，谷歌公开了PaLM 2。其中最大的PaLM 2-L用⟦512块⟧TPU v4训练了⟦21天⟧。",
      [
        "PaLM 2 | release_date | = 2023 year | 2023 | -", "PaLM 2-L | hardware_count | = 512 chip | 2023 | -",
        "PaLM 2-L | training_time | = 21 day | 2023 | -",
      ]
    ),
    (
      "BLOOM saw ⟦466 interruptions⟧ of its training job within ⟦54 days⟧, and ⟦419⟧ of them were unexpected.",
      ["BLOOM | count | = 466 interruption | - | -", "BLOOM | duration | = 54 day | - | -", "BLOOM | count | = 419 interruption | - | -"]
    ),
    ("GPT-3的用电量约为BLOOM的⟦3倍⟧。", ["GPT-3 | energy | ≈ 3 ratio | - | -"]),
    ("Its training corpus, Lumina, comes to ⟦1.6 terabytes⟧.", ["Lumina | training_data_size | = 1.6e12 byte | - | -"]),
    ("Microsoft has put ⟦$10 billion⟧ into OpenAI.", ["Microsoft | funding | = 1e10 usd | - | -"]),
    (
      "BLOOM covers:\n\n- ⟦46 natural languages⟧ and\n- ⟦13 programming languages⟧.",
      ["BLOOM | count | = 46 language | - | -", "BLOOM | count | = 13 language | - | -"]
    ),
    // No figures.
    ("Hall Three follows OpenAI over a few years.", []),
    ("国网中心的台湾杉二号由OpenAI使用，用电动辄以百万瓦计。", []),
    ("那几年，OpenAI的人换算时会差出十倍、百倍。", []),
    ("OpenAI的显卡，一块卖多少钱？", []),
  ]

  @Test(arguments: cases) func pageGivesItsClaims(page: String, claims: [String]) throws {
    let marked = MarkedText(page)
    let worker = try PageWorker(knowledge: KnowledgeFolder(Repository.knowledge).added(to: Knowledge()))
    let found = worker.claims(ofExample: marked.text)
    #expect(found.map(ClaimTests.summary) == claims, "\(MarkedText.marking(found.map(\.quote.text.range), in: marked.bytes))")
    #expect(Set(found.map(\.quote.text.range)) == Set(marked.ranges))
  }
}
