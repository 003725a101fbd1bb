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

  /// The event that the date is of, and its words: in the date's clause, or in the next where the date stands alone in its own.
  static func event(of period: PeriodMention, in sentence: AnnotatedSentence) -> (property: String, cue: Range<Int>)? {
    let index = sentence.sentence.clauseIndex(at: period.span.start)
    var scope = sentence.sentence.clauses[index]
    let isAlone = scope.count - period.span.count <= 8
    if isAlone, index + 1 < sentence.sentence.clauses.count { scope = scope.lowerBound..<sentence.sentence.clauses[index + 1].upperBound }
    let cues = sentence.cues.filter { ($0.entry.kind == .release || $0.entry.kind == .event) && scope.contains($0.range.lowerBound) }
    let behind = cues.first { $0.range.lowerBound >= period.span.end }
    guard let cue = behind ?? cues.last else { return nil }
    return (cue.entry.kind == .release ? "release_date" : "other", cue.range)
  }
}
