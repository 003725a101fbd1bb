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
    // No figures.
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
