internal import ClaimModel
internal import SourceText

/// What goes with its neighbors: sections behind a heading, and the article's edges.
extension ArticleDecision {
  /// Related links, comments and legal notices: what follows their heading goes with it. Related links end at the next
  /// paragraph of the article; the others do not.
  mutating func dropSections(in range: Range<Int>) {
    var open: BoilerplateReason?
    var before = 0.0
    var rest = range.reduce(0) { $0 + keptScore($1) }
    for index in range where !hasSiteArticle || draft.blocks[index].context.contains(.siteArticle) {
      before += keptScore(index)
      rest -= keptScore(index)
      if let cue = features[index].cue, opensSection(cue.reason, at: index, before: before, rest: rest) {
        open = cue.reason
      } else if let reason = open {
        // Teasers in a page's list have sentences, too.
        let isText =
          features[index].isSentence && features[index].score > 60 && !reason.endsArticle
          && !(draft.hasElements && draft.blocks[index].role == .listItem)
        if isText || (draft.blocks[index].role == .heading && reason == .advertisement) {
          open = nil
        } else if verdicts[index].isKept || verdicts[index].reason == BoilerplateReason.linkList.rawValue {
          drop(index, because: reason)
        }
      }
    }
  }

  private func opensSection(_ reason: BoilerplateReason, at index: Int, before: Double, rest: Double) -> Bool {
    switch reason {
    case .relatedLinks, .advertisement: true
    // What says that the article ends here is believed, whatever follows.
    case .comments, .endMark: before >= leastBeforeComments
    // A notice as long as its own block is complete; behind a short one the rest of it follows. At the end of an article only: a text
    // may have its notes, or present people, in its midst.
    case .disclaimer, .copyright, .aboutAuthor, .references:
      features[index].measure.mass <= 120 && before >= leastBeforeComments && rest < before / 2
    default: false
    }
  }

  /// Paragraphs that the page has twice, for wide screens and narrow ones: the second goes out. One or two may be repeated on purpose.
  mutating func dropDuplicates(in range: Range<Int>) {
    var seen: Set<ArraySlice<UInt8>> = []
    let repeated = range.filter { index in
      verdicts[index].isKept && draft.blocks[index].table == nil && features[index].measure.mass >= leastDuplicate
        && !seen.insert(draft.text[draft.blocks[index].span.range]).inserted
    }
    guard repeated.count >= leastDuplicates else { return }
    for index in repeated { drop(index, because: .duplicate) }
  }

  /// Short blocks before the first and behind the last sentence are dates, sections, signatures; headings stay.
  mutating func trimEdges(of range: Range<Int>) {
    guard let first = range.first(where: { verdicts[$0].isKept && features[$0].score > 0 }),
      let last = range.last(where: { verdicts[$0].isKept && features[$0].score > 0 })
    else { return }
    let parents = [first, last].map { draft.parents[draft.blocks[$0].container] }
    for index in range.lowerBound..<first where verdicts[index].isKept && isDateline(index) { drop(index, because: .byline) }
    for index in last + 1..<max(last + 1, range.upperBound) where verdicts[index].isKept && isDateline(index) {
      drop(index, because: .byline)
    }
    for index in range.lowerBound..<first
    where verdicts[index].isKept && draft.blocks[index].role != .heading && !isBeside(index, parents[0], first) {
      drop(index, because: .fragment)
    }
    for index in last + 1..<max(last + 1, range.upperBound) where verdicts[index].isKept && !isBeside(index, parents[1], last) {
      drop(index, because: .fragment)
    }
  }

  /// Whether a short block is a date, or names an author or a source.
  func isDateline(_ index: Int) -> Bool {
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
}

/// The score that stands before the heading of a page's comments at least: on some pages a link to them stands on top.
private let leastBeforeComments = 100.0
/// The mass of a paragraph that is not said twice: a dozen ideographs, half a dozen words.
private let leastDuplicate = 40
private let leastDuplicates = 3
