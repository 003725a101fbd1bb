internal import ClaimModel
internal import SourceText

/// Decides over all blocks of a page which belong to the article, and says why.
///
/// Every block has a score; the element with the greatest sum of scores below it holds the article, and within it each
/// block is judged with its neighbors.
struct ArticleDecision {
  var draft: Draft
  var features: [BlockFeatures]
  var verdicts: [BlockVerdict]
  var roles: [Role]
  /// Whether the text is a page whose markup was stripped.
  private(set) var isStripped = false
  /// Whether the items of a list were kept, for want of an article.
  var isListing = false
  /// Whether a rule of the page's site says which elements hold the article.
  let hasSiteArticle: Bool

  /// The score below which a page has no article.
  private static let leastArticle = 30.0
  /// What class names say is not believed where it leaves less than this share of the page's sentences.
  private static let leastShareOfSentences = 0.15
  private static let doubtfulContexts: BlockContext = [
    .aside, .comments, .related, .share, .advertisement, .notice, .header, .byline, .noScript,
  ]

  /// - type: what the page says that it is for.
  init(of draft: Draft, matching matcher: CueMatcher, type: PageType? = nil) {
    self.draft = draft
    hasSiteArticle = draft.blocks.contains { $0.context.contains(.siteArticle) }
    var folded = FoldedText()
    features = []
    features.reserveCapacity(draft.blocks.count)
    for block in draft.blocks {
      let measure = TextMeasure(draft.text, in: block.span.range)
      folded.read(draft.text, in: block.span.range)
      features.append(BlockFeatures(of: block, measure: measure, cue: Self.cue(for: block, measure, folded, matcher)))
    }
    verdicts = draft.blocks.map { _ in BlockVerdict(isKept: false, score: 0, reason: BoilerplateReason.outside.rawValue) }
    roles = draft.blocks.map(\.role)
    isStripped = draft.kind == .text && StrippedPage.isLikely(features)
    if isStripped {
      for index in features.indices { features[index].score = StrippedPage.score(of: draft.blocks[index], features[index], in: draft.text) }
    }
    showSpam(matcher)
    decide()
    if draft.hasElements, !hasSiteArticle {
      decideAgainWithoutHints(type)
      decideListing(type)
    }
  }

  /// Where class names leave little of a page's sentences, they are not what they seem: the decision is made without them. Comments may
  /// well outweigh an article.
  private mutating func decideAgainWithoutHints(_ type: PageType?) {
    var plain = draft
    let doubtful = type == .article || type == .product ? Self.doubtfulContexts.subtracting(.comments) : Self.doubtfulContexts
    for index in plain.blocks.indices { plain.blocks[index].context.subtract(doubtful) }
    var plainFeatures = features
    var most = 0.0
    for index in plain.blocks.indices {
      plainFeatures[index] = BlockFeatures(of: plain.blocks[index], measure: features[index].measure, cue: features[index].cue)
      most += max(0, plainFeatures[index].score)
    }
    let kept = draft.blocks.indices.reduce(0) { $0 + keptScore($1) }
    guard most >= Self.leastArticle * 4, kept < most * Self.leastShareOfSentences else { return }
    draft = plain
    features = plainFeatures
    roles = draft.blocks.map(\.role)
    decide()
  }

  /// Phrases other than a disclaimer say something of short blocks only. Titles and pictures' captions are not judged by them.
  private static func cue(for block: DraftBlock, _ measure: TextMeasure, _ folded: FoldedText, _ matcher: CueMatcher) -> PhraseCue? {
    guard !block.context.contains(.pageTitle), let cue = matcher.match(in: folded), cue.reason != .searchSpam else { return nil }
    switch cue.reason {
    case .disclaimer, .copyright: return measure.mass <= 900 ? cue : nil
    case .byline, .date: return measure.mass <= 240 && measure.sentenceMarks <= 1 ? cue : nil
    default: return measure.mass <= 240 ? cue : nil
    }
  }

  /// Search-engine spam injected as the first lines: names of wares in a row, without a sentence. A question mark may stand for
  /// a character that the page's charset lacks, so that many phrases count even where there are some.
  private mutating func showSpam(_ matcher: CueMatcher) {
    var folded = FoldedText()
    for index in draft.blocks.indices.prefix(3) {
      folded.read(draft.text, in: draft.blocks[index].span.range)
      let needed = features[index].measure.sentenceMarks == 0 ? 2 : 4
      guard
        matcher.count(of: .searchSpam, in: folded) >= needed
          || index == 0 && !draft.hasElements && isKeywordRow(draft.blocks[index].span.range)
      else { continue }
      features[index].cue = PhraseCue(text: "", reason: .searchSpam, position: .start)
      features[index].score = -50
    }
  }

  /// Five or more short Chinese phrases between commas and nothing else: what people search for, not what an article says.
  private func isKeywordRow(_ range: Range<Int>) -> Bool {
    let commas: Set<UInt32> = [0x2C, 0xFF0C, 0x3001]
    var phrases = 0
    var length = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, width) = draft.text.scalar(at: position)
      position += width
      if commas.contains(scalar) {
        guard (2...12).contains(length) else { return false }
        phrases += 1
        length = 0
      } else {
        guard isHan(scalar) else { return false }
        length += 1
      }
    }
    return phrases >= 4 && (2...12).contains(length)
  }

  private mutating func decide() {
    let range = placeOfArticle()
    for index in draft.blocks.indices {
      let reason = range.contains(index) ? reasonWithin(index) : reasonOutside(index)
      verdicts[index] = BlockVerdict(isKept: reason == nil, score: features[index].score, reason: reason?.rawValue ?? keptReason(index))
    }
    dropSections(in: range)
    if draft.hasElements { dropDuplicates(in: range) }
    if draft.hasElements { trimEdges(of: range) }
    decideTitle(before: range.first { keptScore($0) > 0 } ?? range.lowerBound)
    nameRoles()
  }

  private func keptReason(_ index: Int) -> String {
    switch draft.blocks[index].role {
    case .heading, .title: "heading"
    case .table: "table"
    case .listItem: "list item"
    default: features[index].isSentence ? "sentences" : "between kept blocks"
    }
  }

  /// The stretch of blocks that holds the article: an element's, of a stripped page some lines, of another text all.
  private func placeOfArticle() -> Range<Int> {
    if hasSiteArticle, let first = draft.blocks.firstIndex(where: { $0.context.contains(.siteArticle) }),
      let last = draft.blocks.lastIndex(where: { $0.context.contains(.siteArticle) })
    {
      return first..<last + 1
    }
    if draft.hasElements {
      let place = ArticleElement(of: draft, features, leastScore: Self.leastArticle).blocks
      return articleEnded(before: place.lowerBound) ?? place
    }
    return isStripped ? StrippedPage.lines(of: features, leastScore: Self.leastArticle) : draft.blocks.indices
  }

  /// From the page's title to what says that the article ends, where an article stands between; another one may follow, and be longer.
  private func articleEnded(before start: Int) -> Range<Int>? {
    guard let end = draft.blocks.indices.prefix(start).first(where: { features[$0].cue?.reason == .endMark }),
      let page = draft.blocks.firstIndex(where: { $0.context.contains(.pageTitle) }),
      let title = TitleMatch.shownTitle(of: draft, pageTitle: page, articleStart: end), title < end
    else { return nil }
    let score = features[title + 1..<end].reduce(0) { $0 + max(0, $1.score) }
    return score >= Self.leastArticle * 4 ? title..<end + 1 : nil
  }

  func keptScore(_ index: Int) -> Double { verdicts[index].isKept ? max(0, features[index].score) : 0 }

  mutating func drop(_ index: Int, because reason: BoilerplateReason) {
    verdicts[index].isKept = false
    verdicts[index].reason = reason.rawValue
  }

  private mutating func nameRoles() {
    for index in draft.blocks.indices where !verdicts[index].isKept {
      switch verdicts[index].reason {
      case BoilerplateReason.byline.rawValue, BoilerplateReason.date.rawValue: roles[index] = .byline
      case BoilerplateReason.duplicateTitle.rawValue: roles[index] = .title
      case BoilerplateReason.caption.rawValue: roles[index] = .caption
      default: roles[index] = .boilerplate
      }
    }
  }
}
