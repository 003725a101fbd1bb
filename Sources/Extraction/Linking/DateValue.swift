internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// What a period says as the date of an event.
enum DateValue {
  /// The calendar year or years of `period`, in the unit year; nil for one without a year.
  static func quantity(of period: PeriodMention, view: [UInt8], bounds looseners: Lexicon<BoundEntry>) -> Quantity? {
    let unit = Unit(name: "year", dimension: .time)
    let isApproximate = isApproximate(period, view: view, bounds: looseners)
    let sides = period.edtf.split(separator: "/").map(years(of:))
    guard let first = sides.first ?? nil else { return nil }
    let last = (sides.count > 1 ? sides[1] : nil) ?? first
    let bounds: Bounds =
      first.lowerBound == last.upperBound
      ? .exactly(ExactDecimal(first.lowerBound)) : .between(ExactDecimal(first.lowerBound), ExactDecimal(last.upperBound))
    return Quantity(bounds: bounds, unit: unit, isApproximate: isApproximate, significantDigits: 4)
  }

  /// The years of `2023`, `2023-08-09`, `199X`, `20XX`.
  private static func years(of edtf: Substring) -> ClosedRange<Int>? {
    let digits = edtf.prefix(4)
    guard digits.count == 4, let low = Int(String(digits.map { $0 == "X" ? "0" : $0 })),
      let high = Int(String(digits.map { $0 == "X" ? "9" : $0 }))
    else { return nil }
    return low...high
  }

  /// 2010年左右, around 2010: a word that loosens, at the date or one space away.
  private static func isApproximate(_ period: PeriodMention, view: [UInt8], bounds: Lexicon<BoundEntry>) -> Bool {
    let behind = bounds.longestMatch(in: view, at: period.span.end).map(\.entry)
    if behind?.place == .after, behind?.comparator == .approximately { return true }
    let reach = max(0, period.span.start - 12)..<period.span.start
    return reach.contains { start in
      guard let match = bounds.longestMatch(in: view, at: start), match.entry.place == .before, match.entry.comparator == .approximately
      else { return false }
      return match.range.upperBound == period.span.start
        || (match.range.upperBound == period.span.start - 1 && view[match.range.upperBound] == 0x20)
    }
  }

  /// What happened on a date, and the words that say it.
  struct Event {
    var cue: Range<Int>
    /// Something came out, whatever it was: 发布.
    var isRelease: Bool
    /// A product came out, where the subject is one: 公布, 上市.
    var mayBeRelease: Bool
    /// Something began or was done: 成立, 上市.
    var isOther: Bool

    /// The property of the date of a subject; nil where the words say nothing of such a subject.
    func property(of kind: SubjectKind) -> String? {
      if isRelease { return "release_date" }
      let isProduct = kind != .organization && kind != .person
      if mayBeRelease, isProduct { return "release_date" }
      return isOther ? "other" : nil
    }
  }

  /// The event that the date is of: in the date's clause, or in the next where the date stands alone in its own.
  static func event(of period: PeriodMention, in sentence: AnnotatedSentence) -> Event? {
    let index = sentence.sentence.clauseIndex(at: period.span.start)
    var scope = sentence.sentence.clauses[index]
    let isAlone = scope.count - period.span.count <= 12
    if isAlone, index + 1 < sentence.sentence.clauses.count { scope = scope.lowerBound..<sentence.sentence.clauses[index + 1].upperBound }
    let cues = sentence.cues(.release, .event, .unveil).filter { scope.contains($0.range.lowerBound) }
    let behind = cues.first { $0.range.lowerBound >= period.span.end }
    guard let cue = (behind ?? cues.last)?.range else { return nil }
    let kinds = cues.filter { $0.range == cue }.map(\.entry.kind)
    return Event(
      cue: cue, isRelease: kinds.contains(.release), mayBeRelease: kinds.contains(.unveil), isOther: kinds.contains(.event))
  }
}
