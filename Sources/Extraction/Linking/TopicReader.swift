internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// Reads what a clause is about where it is no name: the words it begins with, up to its verb.
struct TopicReader {
  let document: Document

  /// The topic of `clause` before `limit`; nil where the clause begins with its verb, with a pronoun, or with a figure.
  ///
  /// Not strict, it may be a pronoun's or a place's phrase. With `whole`, property words stay in it: 最大规模训练所用的算力 doubles, not who uses it.
  func topic(of clause: Range<Int>, before limit: Int, in sentence: AnnotatedSentence, whole: Bool = false, isStrict: Bool = true)
    -> NameMention?
  {
    let start = skipLead(from: reportedStart(of: clause, before: limit, in: sentence), limit: min(limit, clause.upperBound), in: sentence)
    guard !isStrict || !beginsUnfit(start, in: sentence) else { return nil }
    let end = phraseEnd(from: start, limit: min(limit, clause.upperBound), in: sentence)
    let isLatin = start < end && document.view[start..<end].allSatisfy { $0 < 0x80 }
    // The words of an English clause are its subject only up to a verb, or a colon.
    guard
      !isLatin || document.view[clause.upperBound - 1] == UInt8(ascii: ":")
        || sentence.cues.contains(where: { $0.range.lowerBound == end && Self.endsTopic($0.entry.kind) })
    else { return nil }
    let range = trimmed(whole ? start..<end : ownerRange(start..<end, in: sentence))
    let name = document.text.string(range)
    guard (2...(isLatin ? 48 : 24)).contains(name.count), !isStrict || !endsUnfit(range, in: sentence) else { return nil }
    guard whole || !sentence.properties.contains(where: { $0.range.lowerBound == range.lowerBound }) else { return nil }
    guard !isStrict || !isVerb(range, in: sentence) else { return nil }
    guard !range.contains(where: { document.view[$0] >= 0x30 && document.view[$0] <= 0x39 }) else { return nil }
    return NameMention(range: range, name: name, canonical: name.lowercased(), kind: .other, isKnown: false)
  }

  /// Epoch AI estimates that ⟦training compute⟧ grows: where what is reported begins; else the clause's start.
  private func reportedStart(of clause: Range<Int>, before limit: Int, in sentence: AnnotatedSentence) -> Int {
    let link = Array(" that ".utf8)
    let verb = sentence.cues(.sourceAfter).first {
      clause.contains($0.range.lowerBound) && $0.range.upperBound + link.count < limit
        && document.view[$0.range.upperBound...].starts(with: link)
    }
    return verb.map { $0.range.upperBound + link.count } ?? clause.lowerBound
  }

  /// The Han noun at `start` that a possessive 的 ends: 19家⟦软件公司⟧的市值.
  func noun(at start: Int, before limit: Int, in sentence: AnnotatedSentence) -> NameMention? {
    var end = start
    while end < limit, isHan(document.view.scalar(at: end).value), document.view.scalar(at: end).value != Self.possessive { end += 3 }
    guard end < limit, (6...36).contains(end - start), document.view.scalar(at: end).value == Self.possessive,
      !sentence.cues(.exposition, .pronoun).contains(where: { $0.range.lowerBound == start })
    else { return nil }
    let name = document.text.string(start..<end)
    return NameMention(range: start..<end, name: name, canonical: name.lowercased(), kind: .other, isKnown: false)
  }

  /// Past dates, conjunctions, articles and spaces at a clause's start.
  private func skipLead(from start: Int, limit: Int, in sentence: AnnotatedSentence) -> Int {
    var position = start
    while position < limit {
      if let period = sentence.periods.first(where: { $0.span.range.contains(position) }) {
        position = period.span.end
      } else if let cue = sentence.cues.first(where: {
        ($0.entry.kind == .topicLead || $0.entry.kind == .timeFrame) && $0.range.lowerBound == position
      }) {
        position = cue.range.upperBound
      } else if !isPartOfWord(position) {
        position += document.view.scalar(at: position).width
      } else {
        break
      }
    }
    return min(position, limit)
  }

  private func phraseEnd(from start: Int, limit: Int, in sentence: AnnotatedSentence) -> Int {
    let ends = sentence.cues.filter { Self.endsTopic($0.entry.kind) && start <= $0.range.lowerBound && $0.range.lowerBound < limit }.map(
      \.range.lowerBound)
    let figures = sentence.quantities.map(\.phrase.start).filter { (start..<limit).contains($0) }
    let periods = sentence.periods.map(\.span.start).filter { (start..<limit).contains($0) }
    return (ends + figures + periods).min() ?? limit
  }

  private static func endsTopic(_ kind: CueEntry.Kind) -> Bool {
    switch kind {
    case .topicEnd, .increase, .decrease, .release, .event, .sourceAfter, .forecast, .baseline, .distribution: true
    default: false
    }
  }

  /// X的营收: X, whose property it is; the phrase itself where no property word follows 的.
  private func ownerRange(_ range: Range<Int>, in sentence: AnnotatedSentence) -> Range<Int> {
    if let first = sentence.properties.first(where: { $0.range.lowerBound == range.lowerBound }), first.range.upperBound < range.upperBound
    {
      let owner = owned(by: first.range, in: range)
      if owner != range { return owner }
    }
    guard
      let property = sentence.properties.last(where: { range.contains($0.range.lowerBound) && $0.range.upperBound >= range.upperBound - 6 })
    else {
      return range
    }
    let owner = range.lowerBound..<property.range.lowerBound
    return owner.count >= 4 ? owner : range
  }

  /// `training compute of frontier models`: what stands behind `of`.
  private func owned(by property: Range<Int>, in range: Range<Int>) -> Range<Int> {
    let link = Array(" of ".utf8)
    guard property.upperBound + link.count < range.upperBound, document.view[property.upperBound...].starts(with: link) else {
      return range
    }
    return property.upperBound + link.count..<range.upperBound
  }

  /// Whether a pronoun or a word that no noun phrase begins with stands at `start`: 其团队, 尽管, at.
  private func beginsUnfit(_ start: Int, in sentence: AnnotatedSentence) -> Bool {
    sentence.cues(.pronoun, .notTopic).contains { $0.range.lowerBound == start }
  }

  /// Whether a phrase ends as a place or time or as a verb does: 国庆期间, 集成了.
  private func endsUnfit(_ range: Range<Int>, in sentence: AnnotatedSentence) -> Bool {
    guard !range.isEmpty else { return true }
    return sentence.cues(.topicTail).contains { $0.range.upperBound == range.upperBound && range.contains($0.range.lowerBound) }
      || isMeasure(range, in: sentence)
      || Self.aspects.contains(document.view.scalar(before: range.upperBound).value)
  }

  /// ⟦生产⟧11,895种产品: two characters right before a figure are what is done to it.
  private func isVerb(_ range: Range<Int>, in sentence: AnnotatedSentence) -> Bool {
    range.count == 6 && isHan(document.view.scalar(at: range.lowerBound).value)
      && sentence.quantities.contains { $0.phrase.start == range.upperBound && $0.kind == .count }
  }

  /// 年采购额, 数据总量: a short noun that names a measure is what is said of the subject, not the subject.
  private func isMeasure(_ range: Range<Int>, in sentence: AnnotatedSentence) -> Bool {
    range.count <= 18 && sentence.cues(.measureTail).contains { $0.range.upperBound == range.upperBound }
  }

  /// 了, 着 and 过, behind verbs.
  private static let aspects: Set<UInt32> = [0x4E86, 0x7740, 0x8FC7]

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, !isPartOfWord(start) { start += document.view.scalar(at: start).width }
    while end > start {
      let last = document.view.scalar(before: end)
      guard !isPartOfWord(end - last.width) || last.value == Self.possessive else { break }
      end -= last.width
    }
    return start..<max(start, end)
  }

  /// 的
  private static let possessive: UInt32 = 0x7684

  /// Letters, digits and ideographs, and the marks that titles stand in.
  private func isPartOfWord(_ offset: Int) -> Bool {
    let (scalar, _) = document.view.scalar(at: offset)
    return scalar < 0x80
      ? isWordByte(UInt8(scalar)) : isHan(scalar) || (0xC0...0x24F).contains(scalar) || scalar == 0x300A || scalar == 0x300B
  }
}
