internal import ClaimModel
internal import Knowledge
internal import SourceText

/// What the phrase that a name stands in says for or against it as a subject.
extension SubjectLinker {
  func phrasePoints(_ name: NameMention, place: Range<Int>, in sentence: AnnotatedSentence) -> Int {
    var points = 0
    if isGoverned(name, in: sentence) { points -= 30 }
    if isAbbreviation(name) { points -= 40 }
    if isLabel(name, place: place, in: sentence) { points -= 50 }
    if isReleased(name, before: place, in: sentence), !hasRival(of: name, before: place, in: sentence) { points += 25 }
    if !name.isKnown, isTopic(name, before: place, in: sentence) { points += 30 }
    if isBeneficiary(name, place: place, in: sentence) { points += 45 }
    return points
  }

  /// Whether a name stands where it says with what, by whom or in short, so that nothing goes on about it.
  func isSecondary(_ name: NameMention, in sentence: AnnotatedSentence) -> Bool {
    isGoverned(name, in: sentence) || isAbbreviation(name)
  }

  /// 由A领投, 在A上, with A: what a preposition governs is seldom what the clause is about.
  private func isGoverned(_ name: NameMention, in sentence: AnnotatedSentence) -> Bool {
    guard let cue = sentence.cues(.preposition).last(where: { $0.range.upperBound <= name.range.lowerBound }),
      name.range.lowerBound - cue.range.upperBound <= 1
    else { return false }
    return true
  }

  /// General Language Model (GLM): the short form in brackets.
  private func isAbbreviation(_ name: NameMention) -> Bool {
    let view = document.view
    guard name.range.lowerBound > 1, name.range.upperBound < view.count, view[name.range.upperBound] == UInt8(ascii: ")") else {
      return false
    }
    return view[name.range.lowerBound - 1] == UInt8(ascii: "(") && view[name.range.lowerBound - 2] < 0x80
  }

  /// (Python +57%): within brackets a word before its figure says where, not what.
  private func isLabel(_ name: NameMention, place: Range<Int>, in sentence: AnnotatedSentence) -> Bool {
    guard name.kind == .other, (0...1).contains(place.lowerBound - name.range.upperBound) else { return false }
    let first = document.view[place.lowerBound]
    return first == UInt8(ascii: "+") || first == UInt8(ascii: "-")
  }

  /// 发布了A，共有…: what came out in an earlier clause is what the rest is about.
  private func isReleased(_ name: NameMention, before place: Range<Int>, in sentence: AnnotatedSentence) -> Bool {
    let clause = sentence.clause(at: name.range.lowerBound)
    guard clause.upperBound <= place.lowerBound, name.kind != .organization, name.kind != .person else { return false }
    return sentence.cues(.release, .unveil).contains {
      clause.contains($0.range.lowerBound) && $0.range.upperBound <= name.range.lowerBound
        && name.range.lowerBound - $0.range.upperBound <= 40
    }
  }

  /// Whether the figure's own clause names another thing of the kind.
  private func hasRival(of name: NameMention, before place: Range<Int>, in sentence: AnnotatedSentence) -> Bool {
    let clause = sentence.clause(at: place.lowerBound)
    return sentence.names.contains {
      $0.kind == name.kind && clause.contains($0.range.lowerBound) && $0.range.upperBound <= place.lowerBound
    }
  }

  /// 谷歌的A更大, A has: a name that begins its clause, or that 的 leads to, and that its verb follows.
  func isTopic(_ name: NameMention, before place: Range<Int>, in sentence: AnnotatedSentence) -> Bool {
    let clause = sentence.clause(at: name.range.lowerBound)
    guard name.range.upperBound <= place.lowerBound,
      sentence.hasCue(beginningAfter: name.range.upperBound, reach: 1, .topicEnd)
    else { return false }
    let view = document.view
    return name.range.lowerBound - clause.lowerBound <= 3
      || (name.range.lowerBound >= 3 && view.scalar(before: name.range.lowerBound).value == 0x7684)
  }

  /// `$101M seed round for A`: who a sum is for.
  private func isBeneficiary(_ name: NameMention, place: Range<Int>, in sentence: AnnotatedSentence) -> Bool {
    guard name.range.lowerBound >= place.upperBound, name.range.lowerBound - place.upperBound <= 28 else { return false }
    return sentence.cues(.forWhom).contains { $0.range.lowerBound >= place.upperBound && name.range.lowerBound - $0.range.upperBound == 1 }
  }

  /// 以370亿美元收购了A: whose price it was.
  func acquired(at place: Range<Int>, in sentence: AnnotatedSentence) -> NameMention? {
    let clause = sentence.clause(at: place.lowerBound)
    guard let verb = sentence.cues(.acquire).last(where: { clause.contains($0.range.lowerBound) }) else { return nil }
    return sentence.names.first {
      $0.range.lowerBound >= verb.range.upperBound && $0.range.lowerBound - verb.range.upperBound <= 30
        && clause.contains($0.range.lowerBound)
    }
  }
}
