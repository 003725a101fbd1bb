import ClaimModel
import ClaimPipeline
import ClaimTesting
import Knowledge
import SourceText
import Testing

/// What a text is cut into with all that the lexicons know.
@Suite struct TokenTests {
  private func worker() throws -> PageWorker { try PageWorker(knowledge: KnowledgeFolder(Repository.knowledge).added(to: Knowledge())) }

  /// ⟦ ⟧ mark every token of a kind.
  static let cases: [(kind: Token.Kind, texts: [String])] = [
    (
      .numeral,
      [
        "GPT-3拥有⟦1750亿⟧个参数", "训练时间为⟦30⟧至⟦45⟧天", "上涨了⟦15%⟧到⟦20%⟧，降到⟦-5⟧℃", "⟦2024⟧年⟦6⟧月⟦30⟧日",
        "于⟦2023-08-09⟧发布", "学习率从⟦3e-4⟧降到⟦1e-5⟧", "⟦二十五万⟧元的⟦百分之四十⟧", "⟦5⟧-⟦10⟧家公司", "去年上半年、周一和这个月",
        "提高了⟦12⟧个百分点", "on October ⟦18⟧, ⟦2022⟧ at ⟦14:30⟧", "⟦2.5⟧–⟦3.9 billion⟧ tokens", "另一方面，一般不用",
      ]
    ),
    (
      .name,
      [
        "用⟦Llama-3.1-405B⟧和⟦GPT-4o mini⟧比较", "⟦悟道2.0⟧发布", "⟦华为⟧2023年卖出5亿", "⟦谷歌⟧15%的员工", "⟦台積電⟧和⟦零一万物⟧",
        "提高通信效率", "⟦书生·浦语⟧官网", "⟦阿里巴巴⟧的⟦通义千问⟧",
      ]
    ),
  ]

  @Test(arguments: cases.flatMap { row in row.texts.map { (row.kind, $0) } })
  func kindsAreTold(kind: Token.Kind, text: String) throws {
    let marked = MarkedText(text)
    let tokens = try worker().tokens(ofExample: marked.text).filter { $0.kind == kind }
    #expect(MarkedText.marking(tokens.map(\.span.range), in: marked.bytes) == text)
  }

  @Test(arguments: [
    "速度|为|900|GB/s", "三|个|人|分|西瓜", "2012|年|少数|研究者", "該|模型|用|大量|資料|訓練", "数据中心|的|用电量|下跌|了",
    "見|https://a.cn/b-1?c=2|。",
  ])
  func wordsAreCutAsMarked(text: String) throws {
    let expected = text.split(separator: "|").map(String.init).filter { $0 != "。" }
    let plain = text.replacing("|", with: "")
    let bytes = Array(plain.utf8)
    #expect(try worker().tokens(ofExample: plain).map { bytes.string($0.span.range) } == expected)
  }

  /// F1 on the sentences of the corpus holds its floor in each script.
  @Test func floorsHold() throws {
    let folder = Repository.root + "Corpus/segmentation/"
    let worker = try worker()
    var root = try EntryReader(Repository.text(folder + "floors.yaml"), file: "floors.yaml")
    for var entry in try root.entries("scripts") {
      let script = try entry.string("script")
      let floor = try #require(Double(entry.string("f1")))
      let lines = try Repository.text(folder + script + ".txt").split(separator: "\n").filter { !$0.hasPrefix("#") }
      #expect(lines.count >= 80)
      var (right, total) = (0, 0)
      for line in lines {
        let wanted = Self.words(of: String(line))
        let found = Set(worker.tokens(ofExample: String(line.replacing("|", with: ""))).map(\.span.range))
        right += wanted.intersection(found).count
        total += wanted.count + found.count
      }
      #expect(2 * Double(right) / Double(total) >= floor, "F1 of \(script)")
    }
  }

  /// Where the words of a segmented line are that hold a letter or digit; a space is a border, and stays in the text.
  private static func words(of line: String) -> Set<Range<Int>> {
    var words: Set<Range<Int>> = []
    var start = 0
    for stretch in line.split(separator: "|") {
      for word in stretch.split(separator: " ", omittingEmptySubsequences: false) {
        let end = start + word.utf8.count
        if word.contains(where: { $0.isLetter || $0.isNumber }) { words.insert(start..<end) }
        start = end + 1
      }
      start -= 1
    }
    return words
  }
}
