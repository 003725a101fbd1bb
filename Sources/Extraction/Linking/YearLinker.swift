internal import ClaimModel
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
  func year(at place: Range<Int>, in sentence: AnnotatedSentence, subject: Subject?, carried: Carried?, entryDate: String?) -> Year? {
    let clause = sentence.clause(at: place.lowerBound)
    let inClause = sentence.periods.filter { clause.contains($0.span.start) }
    if let period = nearest(to: place, among: inClause) { return year(period, .sameClause) }
    let before = sentence.periods.filter { $0.span.end <= place.lowerBound }
    if let period = nearest(to: place, among: before) ?? nearest(to: place, among: sentence.periods) { return year(period, .sameSentence) }
    if let carried, let subject, carried.subject == subject.canonical { return Year(edtf: carried.edtf, origin: .previousSentence) }
    return entryDate.map { Year(edtf: $0, origin: .entryDate) }
  }

  private func nearest(to place: Range<Int>, among periods: [PeriodMention]) -> PeriodMention? {
    periods.min { distance($0.span.range, place) < distance($1.span.range, place) }
  }

  private func year(_ period: PeriodMention, _ origin: YearOrigin) -> Year {
    Year(edtf: period.edtf, origin: period.isRelative ? .relative : origin)
  }
}
