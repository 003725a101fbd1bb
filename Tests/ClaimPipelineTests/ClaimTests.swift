import ClaimModel
import ClaimPipeline
import ClaimTesting
import Knowledge
import SourceText
import Testing

/// From a page of a few sentences to its claims: what is marked is claimed, everything else is not.
@Suite struct ClaimTests {
  /// `subject | property | comparator value unit | year | source` for each mark, in text order.
  static let cases: [(page: String, claims: [String])] = [
    ("据OpenAI CEO Sam Altman透露,GPT-4的训练成本超过了⟦1亿美元⟧。", ["GPT-4 | training_cost | > 1e8 usd | - | Sam Altman"]),
    (
      "由Meta在⟦2023年⟧发布的大语言模型LLaMA,则使用了约⟦10亿个数据点⟧进行训练。",
      ["LLaMA | release_date | = 2023 year | 2023 | -", "LLaMA | training_data_size | ≈ 1e9 datapoint | 2023 | -"]
    ),
    (
      "GPT-3 has ⟦175 billion parameters⟧ and was trained on ⟦300 billion tokens⟧.",
      ["GPT-3 | parameters | = 1.75e11 parameter | - | -", "GPT-3 | training_data_size | = 3e11 token | - | -"]
    ),
    (
      "OpenAI和Anthropic已经分别从投资者那里筹集了⟦数十亿美元⟧。",
      ["OpenAI | funding | order 1e9..1e10 usd | - | -", "Anthropic | funding | order 1e9..1e10 usd | - | -"]
    ),
    ("自1950年以来,用于训练AI系统的计算量一直在增加。", []),
    ("谷歌用4张图告诉我们三个原因。", []),
    ("GPT-4和LLaMA-65B都用了SQuAD 1.1。", []),
    ("欢迎拨打电话010-12345678,或访问第3章。", []),
    ("", []),
    ("摩尔定律说,晶体管数量每⟦两年⟧翻一番。", ["摩尔定律 | doubling_time | = 2 year | - | -"]),
    ("AlexNet使用了⟦6000万个参数⟧,它只有一个出口。", ["AlexNet | parameters | = 6e7 parameter | - | -"]),
    ("2021年,GPT-4的营收同比增长了⟦23.5%⟧。", ["GPT-4 | revenue | = 0.235 ratio | 2021 | -"]),
    (
      "关于Perceptron Mark I的研究论文指出,它仅使用了⟦六个数据点⟧进行训练。",
      ["Perceptron Mark I | training_data_size | = 6 datapoint | - | Perceptron Mark I的研究论文"]
    ),
    ("Mistral 7B scores ⟦60.1%⟧ on MMLU.", ["Mistral 7B | score | = 0.601 ratio | - | -"]),
    ("ChatGLM-6B 是基于 GLM 架构的模型，具有 ⟦62 亿参数⟧。", ["ChatGLM-6B | parameters | = 6.2e9 parameter | - | -"]),
  ]

  @Test(arguments: cases) func pageGivesItsClaims(page: String, claims: [String]) throws {
    let marked = MarkedText(page)
    let worker = try PageWorker(knowledge: KnowledgeFolder(Repository.knowledge).added(to: Knowledge()))
    let found = worker.claims(ofExample: marked.text)
    #expect(found.map(Self.summary) == claims, "\(MarkedText.marking(found.map(\.quote.text.range), in: marked.bytes))")
    #expect(Set(found.map(\.quote.text.range)) == Set(marked.ranges))
  }

  /// Tables: rows or columns name the models, heads say what is measured and in which multiple.
  @Test(arguments: [
    (
      "| Model | Parameters | Training tokens (billions) | Released |\n| - | - | - | - |\n| Lumen-7B | ⟦7 billion⟧ | ⟦1,400⟧ | ⟦2023-07-18⟧ |",
      [
        "Lumen-7B | parameters | = 7e9 parameter | 2023-07-18 | -", "Lumen-7B | training_data_size | = 1.4e12 token | 2023-07-18 | -",
        "Lumen-7B | release_date | = 2023 year | 2023-07-18 | -",
      ]
    ),
    (
      "| Benchmark | GPT-4 | LLaMA 65B |\n| - | - | - |\n| MMLU | ⟦86.4⟧ | ⟦63.4⟧ |",
      ["GPT-4 | score | = 86.4 point | - | -", "LLaMA 65B | score | = 63.4 point | - | -"]
    ),
    (
      "| Model | Parameters | Released |\n| - | - | - |\n| Lumen-7B<sup>2</sup> | ⟦7 billion⟧ | ⟦2023⟧ |",
      ["Lumen-7B | parameters | = 7e9 parameter | 2023 | -", "Lumen-7B | release_date | = 2023 year | 2023 | -"]
    ),
    ("| Quarter | Days |\n| - | - |\n| First | 90 |", []),
  ]) func tableGivesItsClaims(page: String, claims: [String]) throws {
    let marked = MarkedText("# Models\n\nSome words about models stand before the table, so that it is an article.\n\n" + page + "\n")
    let worker = try PageWorker(knowledge: KnowledgeFolder(Repository.knowledge).added(to: Knowledge()))
    let page = Page(
      record: "page.md", path: "page.md", bytes: marked.bytes, provenance: Provenance(sha256: Digest.sha256(marked.bytes)),
      format: .markdown)
    let found = worker.claims(of: worker.normalized(page))
    #expect(found.map(Self.summary) == claims, "\(MarkedText.marking(found.map(\.quote.source.range), in: marked.bytes))")
    #expect(found.map(\.quote.source.range) == marked.ranges)
  }

  static func summary(_ claim: Claim) -> String {
    let quantity = claim.value.quantity
    let number: String
    switch quantity.bounds {
    case .exactly(let value), .above(let value, _), .below(let value, _): number = value.description
    case .between(let low, let high), .order(let low, let high): number = "\(low)..\(high)"
    }
    return [
      claim.subject?.name ?? "-", claim.property, "\(quantity.comparator.rawValue) \(number) \(quantity.unit.name)",
      claim.year?.edtf ?? "-",
      claim.attribution?.name ?? "-",
    ].joined(separator: " | ")
  }
}
