internal import ClaimModel
internal import SourceText

/// Which block is the title.
extension ArticleDecision {
  mutating func decideTitle(before first: Int) {
    guard let page = draft.blocks.firstIndex(where: { $0.context.contains(.pageTitle) }) else {
      draft.hasElements ? nameOnlyHeading(before: first) : nameFirstLine()
      return
    }
    verdicts[page] = BlockVerdict(isKept: true, score: 0, reason: BlockVerdict.pageTitle)
    guard let shown = TitleMatch.shownTitle(of: draft, pageTitle: page, articleStart: first) else { return }
    verdicts[shown] = BlockVerdict(isKept: true, score: features[shown].score, reason: "title")
    roles[shown] = .title
    drop(page, because: .duplicateTitle)
  }

  /// The title of a page without a `<title>`: its one heading of the first level, where that stands before the article or begins it.
  private mutating func nameOnlyHeading(before first: Int) {
    let headings = draft.blocks.indices.filter { draft.blocks[$0].role == .heading && draft.blocks[$0].level == 1 }
    guard headings.count == 1, headings[0] <= first else { return }
    roles[headings[0]] = .title
    verdicts[headings[0]] = BlockVerdict(isKept: true, score: features[headings[0]].score, reason: "title")
  }

  /// The title of a text without markup: its first heading, or its first line where that is short and no sentence.
  private mutating func nameFirstLine() {
    guard let first = draft.blocks.indices.first(where: { verdicts[$0].isKept }) else { return }
    let block = draft.blocks[first]
    let isLine = block.role == .paragraph && features[first].measure.mass <= 150 && !endsInFullStop(block.span.range)
    guard (block.role == .heading && block.level <= 2) || (isLine && draft.blocks.count > 1) else { return }
    roles[first] = .title
    verdicts[first].reason = "title"
  }

  private func endsInFullStop(_ range: Range<Int>) -> Bool {
    let last = draft.text.scalar(before: range.upperBound).value
    return [0x2E, 0x3002, 0xFF0C, 0x2C, 0xFF1B, 0x3B, 0x3A, 0xFF1A].contains(last)
  }
}
