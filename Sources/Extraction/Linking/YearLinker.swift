internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// Finds when a figure holds.
struct YearLinker {
  /// A year said of a subject in the sentence before.
  struct Carried {
    var subject: String
    var edtf: String
  }

  /// The year of a figure at `place`: of its clause, else of its sentence, else the one carried for the same subject.
  func year(
    at place: Range<Int>, of value: ClaimValue, in sentence: AnnotatedSentence, subject: Subject?, carried: Carried?, entryDate: String?
  ) -> Year? {
    let clause = sentence.clause(at: place.lowerBound)
    let periods = sentence.periods.filter { !isBeginning($0, in: sentence) && !isOthers($0, place, value, in: sentence) }
    if let carried, sentence.hasCue(beginningAfter: sentence.range.lowerBound, reach: 6, .sameTime) {
      return Year(edtf: carried.edtf, origin: .previousSentence)
    }
    let inClause = periods.filter { clause.contains($0.span.start) }
    if let period = nearest(to: place, among: inClause) { return year(period, .sameClause, in: sentence) }
    let before = periods.filter { $0.span.end <= place.lowerBound }
    // 现在 takes a clause out of the time of the ones before it.
    guard sentence.nearestCue(to: place, within: clause, .now) == nil else { return nil }
    if let period = nearest(to: place, among: before) { return year(period, .sameSentence, in: sentence) }
    // A date in a later clause dates what comes then, but for a sentence's last words: `…, in 2023`.
    if let last = sentence.sentence.clauses.last, let period = periods.last, last.contains(period.span.start),
      last.count - period.span.count <= 6
    {
      return year(period, .sameSentence, in: sentence)
    }
    if let carried, let subject, carried.subject == subject.canonical { return Year(edtf: carried.edtf, origin: .previousSentence) }
    return entryDate.map { Year(edtf: $0, origin: .entryDate) }
  }

  static func compares(_ value: ClaimValue) -> Bool {
    switch value {
    case .change, .ratio: true
    default: false
    }
  }

  /// 比2019年增加48%: the date of what is compared with, not of the change.
  static func isBaseline(_ period: PeriodMention, in sentence: AnnotatedSentence) -> Bool {
    sentence.hasCue(endingBefore: period.span.start, reach: 4, .baseline)
  }

  /// Whether a baseline's date is not this figure's: it dates the level right behind it only.
  private func isOthers(_ period: PeriodMention, _ place: Range<Int>, _ value: ClaimValue, in sentence: AnnotatedSentence) -> Bool {
    guard Self.isBaseline(period, in: sentence) else { return isOwnersOfAnother(period, place, in: sentence) }
    return Self.compares(value) || sentence.quantities.contains { $0.span.start >= period.span.end && $0.span.end <= place.lowerBound }
  }

  /// 从2022年的200亿上涨至1000亿: a date that owns the figure behind it is not the next one's.
  private func isOwnersOfAnother(_ period: PeriodMention, _ place: Range<Int>, in sentence: AnnotatedSentence) -> Bool {
    guard sentence.hasCue(beginningAfter: period.span.end, reach: 1, .possessive) else { return false }
    let owned = sentence.quantities.first { $0.span.start >= period.span.end && $0.span.start - period.span.end <= 24 }
    return owned.map { $0.span.range != place } ?? false
  }

  /// 自1965年以来: when something began, not when the figure holds.
  private func isBeginning(_ period: PeriodMention, in sentence: AnnotatedSentence) -> Bool {
    sentence.hasCue(beginningAfter: period.span.end, reach: 0, .onward)
  }

  private func nearest(to place: Range<Int>, among periods: [PeriodMention]) -> PeriodMention? {
    periods.min { distance($0.span.range, place) < distance($1.span.range, place) }
  }

  private func year(_ period: PeriodMention, _ origin: YearOrigin, in sentence: AnnotatedSentence) -> Year {
    let isPoint = !period.edtf.contains("/")
    let isUntil = isPoint && sentence.hasCue(beginningAfter: period.span.end, reach: 0, .until)
    let isFrom = isPoint && sentence.hasCue(beginningAfter: period.span.end, reach: 1, .goingOn)
    return Year(
      edtf: isUntil ? "../" + period.edtf : isFrom ? period.edtf + "/.." : period.edtf, origin: period.isRelative ? .relative : origin)
  }
}
