internal import ClaimModel
internal import SourceText

/// Tells which rows of a table a figure's subject stands for.
struct SubjectChoice {
  enum Choice: Hashable {
    case rows(NameIndex.Meaning, name: String)
    /// The page names a subject that the table does not have.
    case unknown(name: String)
  }

  let table: TableIndex
  let passage: Passage
  /// Of the whole document, in text order.
  let mentions: NameMentions

  init(table: TableIndex, passage: Passage) {
    self.table = table
    self.passage = passage
    let whole = passage.sentences.flatMap { table.names.mentions(in: passage.view, range: $0) }
    mentions = NameMentions(whole + ShortenedNames(view: passage.view, mentions: whole).mentions(in: passage.sentences))
  }

  /// Whether `span` is part of a row's name.
  func isInsideName(_ span: TextSpan) -> Bool {
    mentions.last(before: span.start + 1).map { span.end <= $0.range.upperBound } ?? false
  }

  /// `claim` is one of the figure's claims; nil for a figure that is none. Nil where nothing is named.
  func callAsFunction(_ figure: Figure, claim: Claim?) -> Choice? {
    if let cell = passage.cell(at: figure.span.start) { return inTable(cell, claim: claim) }
    guard let number = passage.sentence(at: figure.span.start) else { return nil }
    let sentence = passage.sentences[number]
    if let attached = attached(to: figure.span, in: sentence), !isPart(attached, of: claim?.subject, in: sentence) { return rows(attached) }
    if let claim, let subject = claim.subject {
      if let choice = named(subject, in: claim.isTableCell ? nil : sentence, figure: figure) { return choice }
      if subject.kind == .model { return .unknown(name: subject.name) }
    }
    if let mention = nearest(to: figure.span, in: sentence) {
      if let subject = claim?.subject, isOfAnother(subject, figure, behind: mention, in: sentence) { return .unknown(name: subject.name) }
      return rows(mention)
    }
    guard claim != nil || figure.date == nil else { return nil }
    if let choice = before(number) { return choice }
    if let subject = claim?.subject, isName(subject) { return .unknown(name: subject.name) }
    return nil
  }

  /// The row's name, else the column's.
  private func inTable(_ cell: Passage.Cell, claim: Claim?) -> Choice? {
    let heads = [cell.rowHead, cell.head]
    for head in heads {
      if let mention = mentions[head].first { return rows(mention) }
    }
    guard let subject = claim?.subject else { return nil }
    if let meaning = table.names.meaning(of: subject.name) { return .rows(meaning, name: subject.name) }
    return subject.kind == .model ? .unknown(name: subject.name) : nil
  }

  /// The 280-billion-parameter Gopher, 1000个神经元的 Mark I: the name right behind the figure; and the one that stands alone
  /// between the figure and the comma before it.
  private func attached(to span: TextSpan, in sentence: Range<Int>) -> NameMention? {
    let clause = passage.clause(at: span.start, in: sentence)
    let here = mentions[clause]
    if let behind = here.first(where: { $0.range.lowerBound >= span.end }), isAttribute(span.end..<behind.range.lowerBound) {
      return behind
    }
    let ahead = here.filter { $0.range.upperBound <= span.start }
    return here.count == 1 ? ahead.first : nil
  }

  /// Nothing but a space, or a noun and 的, between a figure and a name.
  private func isAttribute(_ gap: Range<Int>) -> Bool {
    let words = passage.view[gap]
    if words.allSatisfy({ $0 == 0x20 }) || Array(words) == Array(" for ".utf8) { return true }
    return words.count <= 30 && words.suffix(3) == Array("的".utf8)[...] && !words.contains(0x20)
  }

  /// Whether a subject that no row is called by is still a name, so that the table lacks it.
  private func isName(_ subject: Subject) -> Bool {
    guard subject.kind == .other, let first = subject.name.utf8.first else { return false }
    return (0x41...0x5A).contains(first) && subject.name.utf8.allSatisfy { $0 < 0x80 }
  }

  /// Whether a figure, or a day, is of the subject named before it and the row's name comes only behind it: Wu Dao 2.0有1.75万亿个
  /// 参数，是GPT-3的10倍 says nothing of GPT-3's own figure.
  private func isOfAnother(_ subject: Subject, _ figure: Figure, behind mention: NameMention, in sentence: Range<Int>) -> Bool {
    guard mention.range.lowerBound >= figure.span.end, figure.date != nil || isName(subject) else { return false }
    let last = figure.date == nil ? figure.span.start : mention.range.lowerBound
    return places(of: Array(subject.name.utf8), in: sentence).contains { $0.upperBound <= last && !$0.overlaps(mention.range) }
  }

  private func rows(_ mention: NameMention) -> Choice {
    .rows(mention.meaning, name: passage.text.string(mention.range))
  }

  /// The rows of the subject that the claim names: the whole name in the text that its words are part of.
  private func named(_ subject: Subject, in sentence: Range<Int>?, figure: Figure) -> Choice? {
    if let sentence {
      let word = Array(subject.name.utf8)
      let folded = FoldedName(subject.name).scalars
      let places = places(of: word, in: sentence)
      let candidates = mentions[sentence].filter { mention in
        !isPart(mention, of: subject, in: sentence)
          && (places.contains { $0.overlaps(mention.range) } || folded == FoldedName(passage.view, in: mention.range).scalars)
      }
      if let closest = candidates.min(by: { distance($0.range, figure.span) < distance($1.range, figure.span) }) { return rows(closest) }
    }
    return table.names.meaning(of: subject.name).map { .rows($0, name: subject.name) }
  }

  /// Whether a row's name is only a part of the name that the claim's subject has: Transformer in Switch Transformer. Words
  /// that may be left out of names, such as a maker's, do not count.
  private func isPart(_ mention: NameMention, of subject: Subject?, in sentence: Range<Int>) -> Bool {
    guard let subject, subject.kind == .model else { return false }
    guard let place = places(of: Array(subject.name.utf8), in: sentence).first(where: { $0.overlaps(mention.range) }) else { return false }
    let rest =
      passage.view[place.lowerBound..<max(place.lowerBound, mention.range.lowerBound)]
      + passage.view[min(place.upperBound, mention.range.upperBound)..<place.upperBound]
    let words = String(decoding: rest, as: UTF8.self).split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
    let optional = Set(table.reference.layout.optionalWords.map { $0.lowercased() })
    return words.contains { !optional.contains($0) }
  }

  private func places(of word: [UInt8], in range: Range<Int>) -> [Range<Int>] {
    guard !word.isEmpty, word.count <= range.count else { return [] }
    return (range.lowerBound...(range.upperBound - word.count)).compactMap {
      passage.text.hasBytes(word, at: $0) ? $0..<$0 + word.count : nil
    }
  }

  private func distance(_ range: Range<Int>, _ span: TextSpan) -> Int {
    range.upperBound <= span.start ? span.start - range.upperBound : max(range.lowerBound - span.end, 0) + 30
  }

  /// The name before the figure in its clause, else behind it, else the same in the whole sentence.
  private func nearest(to span: TextSpan, in sentence: Range<Int>) -> NameMention? {
    for range in [passage.clause(at: span.start, in: sentence), sentence] {
      let here = mentions[range]
      if let found = here.last(where: { $0.range.upperBound <= span.start }) ?? here.first(where: { $0.range.lowerBound >= span.end }) {
        return found
      }
    }
    return nil
  }

  /// Whether a name stands in the clause of `span`.
  func hasName(inClauseOf span: TextSpan) -> Bool {
    guard let number = passage.sentence(at: span.start) else { return false }
    let clause = passage.clause(at: span.start, in: passage.sentences[number])
    return !mentions[clause].isEmpty
  }

  /// Whether a name ends right before `span`, with "of" or a bracket between: Perceptron Mark I of 1957.
  func isDatedByName(_ span: TextSpan) -> Bool {
    guard let mention = mentions.last(before: span.start), mention.range.upperBound < span.start,
      span.start - mention.range.upperBound <= 4
    else { return false }
    let gap = Array(passage.view[mention.range.upperBound..<span.start])
    return [" of ", " (", "（"].contains { Array($0.utf8) == gap }
  }

  /// The name that stands between the one chosen for a claim and its figure, where the claim took its subject from outside the
  /// clause: the text may mean either.
  func alternative(to chosen: Choice, for figure: Figure, claim: Claim) -> Choice? {
    guard !claim.isTableCell, let subject = claim.subject, subject.resolvedBy != .sameClause, case .rows(let meaning, _) = chosen,
      let number = passage.sentence(at: figure.span.start),
      let last = mentions[passage.sentences[number].lowerBound..<figure.span.start].last
    else { return nil }
    return last.meaning == meaning ? nil : rows(last)
  }

  /// The only name of the sentence before, where it stands in the same block; for an item of a list, of the nearest sentence
  /// above the list or in it that has one.
  private func before(_ number: Int) -> Choice? {
    var number = number
    while number > 0 {
      let start = passage.sentences[number].lowerBound
      let isListItem = passage.listItems.contains(start)
      guard isListItem || !passage.blockStarts.contains(start) else { return nil }
      number -= 1
      let names = mentions[passage.sentences[number]]
      if let first = names.first { return names.allSatisfy { $0.meaning == first.meaning } ? rows(first) : nil }
      guard isListItem else { return nil }
    }
    return nil
  }
}
