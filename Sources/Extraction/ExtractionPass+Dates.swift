internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// Claims of dates in running text.
extension ExtractionPass {
  /// A date at which something came out, began or happened.
  func dateClaims(
    _ period: PeriodMention, in sentence: AnnotatedSentence, source: AttributionLinker.Link?, modality: Modality
  ) -> FigureOutcome.Decision {
    guard let quantity = DateValue.quantity(of: period, view: document.view, bounds: annotator.knowledge.bounds) else {
      return .left("a date without a year")
    }
    guard let (property, cue) = DateValue.event(of: period, in: sentence) else { return .left("dates nothing that happened") }
    if sentence.hasCue(endingBefore: period.span.start, reach: 4, .timeFrame)
      || sentence.hasCue(beginningAfter: period.span.end, reach: 3, .timeFrame)
    {
      return .left("a time frame")
    }
    guard
      let link = subjectLinker.link(
        place: period.span.range, property: property, sentence: sentence, sources: source?.names ?? [], context: context)
    else { return .left("nothing on the page can be its subject") }
    let subjects = released(with: cue, property: property, else: link.subjects, in: sentence)
    return .claims(
      subjects.map { subject in
        writer.claim(
          subject: subject, property: property, of: link.of, value: .date(quantity),
          year: Year(edtf: period.edtf, origin: period.isRelative ? .relative : .sameClause), attribution: source?.attribution,
          modality: modality,
          span: period.span, sentence: sentence.range,
          derivation: Derivation(
            "claim", [period.derivation, Derivation("event: \(document.string(TextSpan(cue)))"), Derivation(link.rule)]))
      })
  }

  /// 发布 A 和 B: all that came out on one day, where the names behind the verb are joined; else `subjects`.
  private func released(with cue: Range<Int>, property: String, else subjects: [Subject], in sentence: AnnotatedSentence) -> [Subject] {
    guard property == "release_date" else { return subjects }
    let behind = sentence.names.filter { name in
      name.range.lowerBound >= cue.upperBound && [.model, .dataset, .technology].contains(name.kind)
    }
    guard let first = behind.first, first.range.lowerBound - cue.upperBound <= 40 else { return subjects }
    var joined = [first]
    for name in behind.dropFirst() {
      guard subjectLinker.coordinated([joined[joined.count - 1], name], in: sentence).count == 2 else { break }
      joined.append(name)
    }
    return joined.map { subjectLinker.subject($0, .sameClause) }
  }
}
