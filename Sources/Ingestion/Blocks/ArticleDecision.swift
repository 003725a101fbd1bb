internal import ClaimModel
internal import SourceText

/// Decides over all blocks of a page which belong to the article, and says why.
///
/// Every block has a score; the element with the greatest sum of scores below it holds the article, and within it each
/// block is judged with its neighbors.
struct ArticleDecision {
  private(set) var draft: Draft
  private(set) var features: [BlockFeatures]
  private(set) var verdicts: [BlockVerdict]
  private(set) var roles: [Role]
  /// Index of the block that shows the page's title.
  private(set) var shownTitle: Int?

  /// The score below which a page has no article.
  private static let leastArticle = 30.0
  /// The score that stands before the heading of a page's comments at least: on some pages a link to them stands on top.
  private static let leastBeforeComments = 100.0
  /// An element is widened where that adds this share to the text that speaks for the article, and so much per mass of links.
  private static let leastGain = 0.4
  private static let leastGainPerLink = 1.5
  private static let doubtfulContexts: BlockContext = [.aside, .comments, .related, .share, .advertisement, .notice, .header, .byline]
  private static let leastShareOfSentences = 0.15

  init(of draft: Draft, matching matcher: CueMatcher) {
    self.draft = draft
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
    showSpam(matcher)
    decide()
    decideAgainWithoutHints()
  }

  /// Where class names leave little of a page's sentences, they are not what they seem: the decision is made without them.
  private mutating func decideAgainWithoutHints() {
    var plain = draft
    for index in plain.blocks.indices { plain.blocks[index].context.subtract(Self.doubtfulContexts) }
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

  /// Search-engine spam injected as the first lines: names of wares in a row, without a sentence.
  private mutating func showSpam(_ matcher: CueMatcher) {
    var folded = FoldedText()
    for index in draft.blocks.indices.prefix(3) where features[index].measure.sentenceMarks == 0 {
      folded.read(draft.text, in: draft.blocks[index].span.range)
      guard matcher.count(of: .searchSpam, in: folded) >= 2 else { continue }
      features[index].cue = PhraseCue(text: "", reason: .searchSpam, position: .start)
      features[index].score = -50
    }
  }

  private mutating func decide() {
    let range = draft.hasMarkup ? blocksOfArticle() : linesOfArticle()
    let isWhole = !draft.hasMarkup && !isStripped
    for index in draft.blocks.indices {
      let reason = range.contains(index) ? reasonWithin(index, isWhole: isWhole) : reasonOutside(index)
      verdicts[index] = BlockVerdict(isKept: reason == nil, score: features[index].score, reason: reason?.rawValue ?? keptReason(index))
    }
    dropSections(in: range)
    trimEdges(of: range, isWhole: isWhole)
    decideTitle(before: range.lowerBound)
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

  // MARK: where the article is

  /// The blocks in the element with the greatest score. Empty where no element speaks for an article.
  private func blocksOfArticle() -> Range<Int> {
    var sums = [Double](repeating: 0, count: max(1, draft.parents.count))
    for (block, feature) in zip(draft.blocks, features) where !block.context.contains(.pageTitle) { sums[block.container] += feature.score }
    for index in stride(from: draft.parents.count - 1, to: 0, by: -1) { sums[draft.parents[index]] += sums[index] }
    var best = 0
    for index in sums.indices where sums[index] >= sums[best] { best = index }
    guard sums[best] >= Self.leastArticle else { return 0..<0 }
    best = widened(best)
    return blocks(in: best)
  }

  /// The element around `element` that has much more text that speaks for the article and few links beside it, if there is
  /// one: sections that lie apart are of one article.
  private func widened(_ element: Int) -> Int {
    var texts = [Double](repeating: 0, count: draft.parents.count)
    var links = texts
    for (block, feature) in zip(draft.blocks, features) where !block.context.contains(.pageTitle) {
      texts[block.container] += max(0, feature.score)
      if block.context.isDisjoint(with: .boilerplate) { links[block.container] += Double(block.linkMass) }
    }
    for index in stride(from: draft.parents.count - 1, to: 0, by: -1) {
      texts[draft.parents[index]] += texts[index]
      links[draft.parents[index]] += links[index]
    }
    var best = element
    var current = element
    while current > 0 {
      current = draft.parents[current]
      let gain = texts[current] - texts[best]
      if gain > texts[best] * Self.leastGain, gain > (links[current] - links[best]) * Self.leastGainPerLink { best = current }
    }
    return best
  }

  /// The blocks whose container is `element` or lies below it: neighbors, since blocks are in document order.
  private func blocks(in element: Int) -> Range<Int> {
    var isInside = [Bool](repeating: false, count: draft.parents.count)
    isInside[element] = true
    for index in draft.parents.indices.dropFirst(element + 1) where isInside[draft.parents[index]] { isInside[index] = true }
    guard let first = draft.blocks.indices.first(where: { isInside[draft.blocks[$0].container] }),
      let last = draft.blocks.indices.last(where: { isInside[draft.blocks[$0].container] })
    else { return 0..<0 }
    return first..<last + 1
  }

  /// Whether a text is a page with its markup stripped: most of its lines are short and no sentences.
  private var isStripped: Bool {
    let short = features.count { $0.measure.mass < 75 && $0.measure.clauseMarks == 0 }
    return short >= 12 && short * 2 > features.count
  }

  /// The stretch of lines with the greatest sum of scores (all of a text that is no stripped page).
  private func linesOfArticle() -> Range<Int> {
    guard isStripped else { return draft.blocks.indices }
    var best = 0..<0
    var bestSum = Self.leastArticle
    var start = 0
    var sum = 0.0
    for index in features.indices {
      if sum <= 0 {
        sum = 0
        start = index
      }
      sum += features[index].score
      if sum > bestSum {
        bestSum = sum
        best = start..<index + 1
      }
    }
    return best
  }

  // MARK: why a block is out

  private func reasonOutside(_ index: Int) -> BoilerplateReason {
    let block = draft.blocks[index]
    if let cue = features[index].cue { return cue.reason }
    if let reason = Self.reason(for: block.context) { return reason }
    if features[index].linkDensity > 0.6 { return .linkList }
    return isDateline(index) ? .byline : .outside
  }

  private static func reason(for context: BlockContext) -> BoilerplateReason? {
    if context.contains(.frontMatter) { return .frontMatter }
    if context.contains(.hidden) { return .hidden }
    if context.contains(.navigation) { return .navigation }
    if context.contains(.share) { return .share }
    if context.contains(.related) { return .relatedLinks }
    if context.contains(.comments) { return .comments }
    if context.contains(.advertisement) { return .advertisement }
    if context.contains(.notice) { return .notice }
    if context.contains(.footer) { return .footer }
    if context.contains(.aside) { return .aside }
    return nil
  }

  /// Nil for a block that stays.
  private func reasonWithin(_ index: Int, isWhole: Bool) -> BoilerplateReason? {
    let block = draft.blocks[index]
    let feature = features[index]
    if let cue = feature.cue { return cue.reason }
    if let reason = Self.reason(for: block.context) { return reason }
    if block.context.contains(.byline), feature.measure.mass < 150, !feature.isSentence { return .byline }
    if let table = block.table, table.rows.count >= 3, table.rows[0].contains(where: \.isHeader) { return nil }
    if feature.linkDensity > 0.8, block.linkMass > 12, !isLinkInText(index) { return .linkList }
    if isWhole { return nil }
    if !draft.hasMarkup, feature.score <= 0, !isLineOfArticle(index) { return .fragment }
    return nil
  }

  /// A block that is one link, with sentences on both sides.
  private func isLinkInText(_ index: Int) -> Bool {
    draft.blocks[index].linkCount <= 2 && index > 0 && index + 1 < features.count && features[index - 1].isSentence && features[index + 1].isSentence
  }

  /// A short line of a stripped page that may be a heading: no bullet, not cut off, and a sentence right behind it.
  private func isLineOfArticle(_ index: Int) -> Bool {
    let block = draft.blocks[index]
    guard block.context.isDisjoint(with: [.bulleted, .truncated]), index + 1 < features.count else { return false }
    return features[index + 1].isSentence && index > 0 && features[index - 1].isSentence
  }

  /// Related links and comments: what follows their heading goes with it, up to the next paragraph of the article.
  private mutating func dropSections(in range: Range<Int>) {
    var open: BoilerplateReason?
    var before = 0.0
    for index in range {
      before += keptScore(index)
      if let cue = features[index].cue, cue.reason.opensSection {
        if cue.reason != .comments || before >= Self.leastBeforeComments { open = cue.reason }
      } else if let reason = open {
        let isText = features[index].isSentence && features[index].score > 60 && reason != .comments
        if isText || (draft.blocks[index].role == .heading && reason == .advertisement) {
          open = nil
        } else if verdicts[index].isKept || verdicts[index].reason == BoilerplateReason.linkList.rawValue {
          drop(index, because: reason)
        }
      }
    }
  }

  private func keptScore(_ index: Int) -> Double { verdicts[index].isKept ? max(0, features[index].score) : 0 }

  private mutating func drop(_ index: Int, because reason: BoilerplateReason) {
    verdicts[index].isKept = false
    verdicts[index].reason = reason.rawValue
  }

  /// Short blocks before the first and behind the last sentence are dates, sections, signatures; headings stay.
  private mutating func trimEdges(of range: Range<Int>, isWhole: Bool) {
    guard !isWhole, draft.hasMarkup else { return }
    guard let first = range.first(where: { verdicts[$0].isKept && features[$0].score > 0 }),
      let last = range.last(where: { verdicts[$0].isKept && features[$0].score > 0 })
    else { return }
    let parents = [first, last].map { draft.parents[draft.blocks[$0].container] }
    for index in range.lowerBound..<first where verdicts[index].isKept && isDateline(index) { drop(index, because: .byline) }
    for index in last + 1..<max(last + 1, range.upperBound) where verdicts[index].isKept && isDateline(index) { drop(index, because: .byline) }
    for index in range.lowerBound..<first where verdicts[index].isKept && draft.blocks[index].role != .heading && !isBeside(index, parents[0], first) {
      drop(index, because: .fragment)
    }
    for index in last + 1..<max(last + 1, range.upperBound) where verdicts[index].isKept && !isBeside(index, parents[1], last) {
      drop(index, because: .fragment)
    }
  }

  /// Whether a short block is a date, or names an author or a source.
  private func isDateline(_ index: Int) -> Bool {
    guard features[index].measure.mass <= 180, features[index].measure.sentenceMarks <= 1 else { return false }
    let range = draft.blocks[index].span.range
    if CalendarDate.first(in: draft.text, range) != nil { return true }
    let byline = BylineReading(draft.text, in: range)
    return byline.author != nil || byline.source != nil
  }

  /// Whether a block has the same parent as the block `other` of the article, or stands in the same element.
  private func isBeside(_ index: Int, _ parent: Int, _ other: Int) -> Bool {
    let container = draft.blocks[index].container
    guard features[index].linkDensity < 0.3 else { return false }
    return container == draft.blocks[other].container || draft.parents[container] == parent
  }

  // MARK: titles and roles

  private mutating func decideTitle(before first: Int) {
    guard let page = draft.blocks.firstIndex(where: { $0.context.contains(.pageTitle) }) else {
      if !draft.hasMarkup { nameFirstLine() }
      return
    }
    verdicts[page] = BlockVerdict(isKept: true, score: 0, reason: "page title")
    guard let shown = TitleMatch.shownTitle(of: draft, pageTitle: page, articleStart: first) else { return }
    shownTitle = shown
    verdicts[shown] = BlockVerdict(isKept: true, score: features[shown].score, reason: "title")
    roles[shown] = .title
    drop(page, because: .duplicateTitle)
  }

  /// The title of a text without markup: its first heading, or its first line where that is short and no sentence.
  private mutating func nameFirstLine() {
    guard let first = draft.blocks.indices.first(where: { verdicts[$0].isKept }) else { return }
    let block = draft.blocks[first]
    let isLine = block.role == .paragraph && features[first].measure.mass <= 150 && !endsInFullStop(block.span.range)
    guard (block.role == .heading && block.level <= 2) || (isLine && draft.blocks.count > 1) else { return }
    shownTitle = first
    roles[first] = .title
    verdicts[first].reason = "title"
  }

  private func endsInFullStop(_ range: Range<Int>) -> Bool {
    let last = draft.text.scalar(before: range.upperBound).value
    return [0x2E, 0x3002, 0xFF0C, 0x2C, 0xFF1B, 0x3B, 0x3A, 0xFF1A].contains(last)
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
