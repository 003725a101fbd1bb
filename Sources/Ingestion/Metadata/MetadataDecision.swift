internal import ClaimModel
internal import SourceText

/// A page's metadata: what it declares first, then its address, then its text.
struct MetadataDecision {
  private(set) var metadata = Metadata()

  /// Lines around the article's start in which a date or an author is looked for.
  private static let linesBefore = 12
  private static let linesWithin = 4
  private static let longestLine = 180

  init(declared: DeclaredMetadata, draft: Draft, decision: ArticleDecision, page: Page) {
    metadata.title = declared.title ?? Self.title(in: draft, decision)
    metadata.published = declared.published
    metadata.updated = declared.updated
    metadata.author = declared.author
    metadata.site = declared.site
    metadata.source = declared.source
    metadata.canonicalURL = declared.canonicalURL
    if metadata.published == nil, let url = page.provenance.url.map({ Array($0.utf8) }),
      let date = CalendarDate.first(in: url, 0..<url.count)
    {
      metadata.published = Metadata.Entry(value: date.edtf, origin: .url)
    }
    readLines(of: draft, decision)
    if metadata.published == nil, let given = page.provenance.published {
      metadata.published = Metadata.Entry(value: given.date, origin: given.origin)
    }
    readLanguage(of: draft, decision, declared)
  }

  private static func title(in draft: Draft, _ decision: ArticleDecision) -> Metadata.Entry? {
    let isTitle = { (index: Int) in decision.roles[index] == .title && decision.verdicts[index].isKept }
    let title = draft.blocks.indices.first(where: isTitle) ?? draft.blocks.indices.first { draft.blocks[$0].context.contains(.pageTitle) }
    return title.map { Metadata.Entry(value: draft.text.string(draft.blocks[$0].span.range), origin: .text) }
  }

  /// Date, author and source from short lines: those around the article's start, and bylines wherever they are.
  private mutating func readLines(of draft: Draft, _ decision: ArticleDecision) {
    let first = draft.blocks.indices.first { decision.verdicts[$0].isKept && decision.roles[$0] != .title } ?? 0
    for index in draft.blocks.indices {
      let isNear = index >= first - Self.linesBefore && index < first + Self.linesWithin
      if isNear { readLabeledDate(draft.text, draft.blocks[index].span.range) }
      guard draft.blocks[index].span.count <= Self.longestLine * 2 else { continue }
      let isByline = decision.roles[index] == .byline
      guard isNear || isByline, draft.blocks[index].context.isDisjoint(with: [.pageTitle, .related, .comments, .footer, .hidden]) else {
        continue
      }
      readLine(draft.text, draft.blocks[index].span.range, isByline: isByline)
    }
  }

  /// 发布时间: 2024-09-28: what a label says, also in a longer line of labels and links.
  private mutating func readLabeledDate(_ text: [UInt8], _ range: Range<Int>) {
    guard metadata.published == nil, range.count <= Self.longestLabeled else { return }
    for label in Self.dateLabels {
      guard let start = range.dropLast(label.count).first(where: { text[$0..<$0 + label.count].elementsEqual(label) }) else { continue }
      let end = min(range.upperBound, start + label.count + 24)
      if let date = CalendarDate.first(in: text, start + label.count..<end) {
        metadata.published = Metadata.Entry(value: date.edtf, origin: .text)
        return
      }
    }
  }

  /// In bytes.
  private static let longestLabeled = 1200
  private static let dateLabels = ["发布时间", "發布時間", "发布日期", "發布日期", "发表时间", "發表時間", "发表日期", "Published:", "Published on"].map {
    Array($0.utf8)
  }

  private mutating func readLine(_ text: [UInt8], _ range: Range<Int>, isByline: Bool) {
    if metadata.published == nil, range.count <= Self.longestLine, let date = CalendarDate.first(in: text, range) {
      metadata.published = Metadata.Entry(value: date.edtf, origin: .text)
    }
    guard isByline || range.count <= Self.longestLine, metadata.author == nil || metadata.source == nil else { return }
    let byline = BylineReading(text, in: range)
    if metadata.author == nil { metadata.author = byline.author.map { Metadata.Entry(value: $0, origin: .text) } }
    if metadata.source == nil { metadata.source = byline.source.map { Metadata.Entry(value: $0, origin: .text) } }
  }

  /// Chinese where ideographs are at least three in ten of the kept text by mass; English where Latin letters are the rest
  /// and the page does not name another language.
  private mutating func readLanguage(of draft: Draft, _ decision: ArticleDecision, _ declared: DeclaredMetadata) {
    var ideographs = 0
    var letters = 0
    let hasKept = decision.verdicts.contains(where: \.isKept)
    for (feature, verdict) in zip(decision.features, decision.verdicts) where verdict.isKept || !hasKept {
      ideographs += feature.measure.ideographs
      letters += feature.measure.latinLetters
    }
    if ideographs * 3 * 7 >= letters * 3, ideographs > 0 {
      metadata.language = .chinese
    } else if letters > 0 {
      metadata.script = .latin
      if declared.languageTag.map({ $0.hasPrefix("en") || $0.isEmpty }) ?? true { metadata.language = .english }
    }
  }
}
