internal import ClaimModel
internal import SourceText

/// Makes claims with their quotes: the spans in the document and in the page, and what was repaired inside them.
struct ClaimWriter {
  let document: Document

  func claim(
    subject: Subject, property: String, of: Party?, value: ClaimValue, year: Year?, attribution: Attribution?, modality: Modality,
    span: TextSpan, sentence: Range<Int>, isTableCell: Bool = false, derivation: Derivation
  ) -> Claim {
    Claim(
      subject: subject, property: property, of: of, value: value, year: year, attribution: attribution, modality: modality,
      isTableCell: isTableCell,
      quote: quote(of: span, sentence: sentence), confidence: confidence(subject), derivation: derivation)
  }

  private func quote(of span: TextSpan, sentence: Range<Int>) -> Quote {
    var kinds: [Repair.Kind] = []
    var index = document.firstRepair(endingAfter: span.start)
    while index < document.repairs.count, document.repairs[index].span.start < span.end {
      let repair = document.repairs[index]
      if repair.span.overlaps(span), !kinds.contains(repair.kind) { kinds.append(repair.kind) }
      index += 1
    }
    if !kinds.contains(.lost), document.touchesLoss(span) { kinds.append(.lost) }
    return Quote(text: span, source: document.map(span), sentence: trimmed(sentence), repairs: kinds)
  }

  private func trimmed(_ range: Range<Int>) -> TextSpan {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, document.text[start] <= 0x20 { start += 1 }
    while end > start, document.text[end - 1] <= 0x20 { end -= 1 }
    return TextSpan(start: start, end: end)
  }

  /// How sure the link to the subject is, set by hand: no measurement stands behind the steps yet.
  private func confidence(_ subject: Subject) -> Double {
    switch subject.resolvedBy {
    case .sameClause: subject.kind == .other ? 0.7 : 0.9
    case .tableRow, .tableColumn: 0.9
    case .sameSentence: 0.8
    case .previousSentence, .pronoun, .listHead: 0.65
    case .paragraph, .heading: 0.55
    case .title, .page: 0.45
    }
  }
}
