internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// Subjects without a name: the words that a clause begins with, up to its verb.
extension ExtractionPass {
  /// The topic of the clause before `figure`.
  func topicPhrase(before figure: QuantityMention, in sentence: AnnotatedSentence) -> SubjectLinker.Link? {
    topic(limit: figure.phrase.start, in: sentence)
  }

  /// The topic of the clause around an event's words.
  func topicPhrase(around cue: Range<Int>, in sentence: AnnotatedSentence) -> SubjectLinker.Link? {
    topic(limit: cue.lowerBound, in: sentence)
  }

  private func topic(limit: Int, in sentence: AnnotatedSentence) -> SubjectLinker.Link? {
    for clause in sentence.sentence.clauses where clause.lowerBound < limit {
      let start = skipDates(from: clause.lowerBound, in: sentence)
      let end = phraseEnd(from: start, limit: min(limit, clause.upperBound), in: sentence)
      let name = document.text.string(start..<end).trimmedName
      guard name.count >= 2, name.count <= 24 else { continue }
      let subject = Subject(name: name, canonical: name.lowercased(), kind: .other, resolvedBy: clause.contains(limit - 1) ? .sameClause : .sameSentence)
      return SubjectLinker.Link(subjects: [subject], of: nil, rule: "words before the verb")
    }
    return nil
  }

  /// Past a date and the particles around it at a clause's start.
  private func skipDates(from start: Int, in sentence: AnnotatedSentence) -> Int {
    var position = start
    var isMoved = true
    while isMoved {
      isMoved = false
      if let period = sentence.periods.first(where: { $0.span.start - position <= 6 && $0.span.end > position && $0.span.start >= position }) {
        position = period.span.end
        isMoved = true
      }
      for particle in Self.particles where document.view.hasBytes(particle, at: position) {
        position += particle.count
        isMoved = true
      }
    }
    return position
  }

  private static let particles: [[UInt8]] = ["在", "于", "从", "到", "自", "年", "月", "日", "，", ",", "的", "、", " "].map { Array($0.utf8) }

  private func phraseEnd(from start: Int, limit: Int, in sentence: AnnotatedSentence) -> Int {
    var position = start
    while position < limit {
      if position > start, sentence.cues.contains(where: { $0.entry.kind == .topicEnd && $0.range.lowerBound == position }) { return position }
      if sentence.quantities.contains(where: { $0.phrase.start == position }) { return position }
      position += document.view.scalar(at: position).width
    }
    return max(start, limit)
  }
}

extension String {
  /// Without spaces, punctuation and particles at the ends.
  fileprivate var trimmedName: String {
    var slice = self[...]
    while let first = slice.first, !first.isLetter && !first.isNumber && first != "《" { slice.removeFirst() }
    while let last = slice.last, (!last.isLetter && !last.isNumber && last != "》") || last == "的" { slice.removeLast() }
    return String(slice)
  }
}
