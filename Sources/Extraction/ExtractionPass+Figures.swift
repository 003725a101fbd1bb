internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// Claims of figures in running text.
extension ExtractionPass {
  func figureClaims(
    _ figure: QuantityMention, in sentence: AnnotatedSentence, source: AttributionLinker.Link?, modality: Modality
  ) -> FigureOutcome.Decision {
    var figure = figure
    let property = propertyLinker.link(figure, in: sentence)
    if let reason = filter.reason(against: figure, property: property, in: sentence) { return .left(reason) }
    guard let property else { return .left("nothing says what it measures") }
    if figure.kind == .number, let unit = PropertyLinker.unit(of: figure, given: property.property, in: document.view) {
      figure.quantity.unit = unit
    }
    let (value, kindRule) = ValueKindRule(view: document.view).value(of: figure, property: property.property, in: sentence)
    let name = refinedProperty(property.property, value: value)
    guard
      let link = partSubject(of: figure, value: value, in: sentence, source: source)
        ?? subjectLinker.link(place: figure.span.range, property: name, sentence: sentence, sources: source?.names ?? [], context: context)
    else { return .left("nothing on the page can be its subject") }
    let claims = link.subjects.map { subject in
      let year = yearLinker.year(at: figure.span.range, in: sentence, subject: subject, carried: carriedYear, entryDate: entryDate)
      return writer.claim(
        subject: subject, property: name, of: benchmark(for: name, in: sentence, near: figure) ?? link.of, value: value, year: year,
        attribution: source?.attribution, modality: modality, span: figure.span, sentence: sentence.range,
        derivation: Derivation(
          "claim",
          [
            figure.derivation, Derivation("property: \(property.cue.map { document.string(TextSpan($0)) } ?? "by unit")"),
            Derivation(kindRule), Derivation(link.rule),
          ]))
    }
    return .claims(claims)
  }

  /// What a value's kind says of its property: a share is a share, a doubling time a doubling time.
  private func refinedProperty(_ property: String, value: ClaimValue) -> String {
    switch value {
    case .share where ["other", "growth", "cost", "revenue", "funding", "price"].contains(property): "share"
    case .probability: "probability"
    case .rank: "rank"
    case .rate(_, .some): "doubling_time"
    case .change where property == "other": "growth"
    default: property
    }
  }

  /// 67%的Common Crawl数据, 40% of users: the part that a share is of, named right behind it.
  private func partSubject(
    of figure: QuantityMention, value: ClaimValue, in sentence: AnnotatedSentence, source: AttributionLinker.Link?
  ) -> SubjectLinker.Link? {
    guard case .share = value else { return nil }
    guard let part = sentence.names.first(where: { $0.range.lowerBound >= figure.span.end && $0.range.lowerBound - figure.span.end <= 5 })
    else { return nil }
    let whole = context.previous.last { $0.kind == .model || $0.kind == .organization }
    let of = whole.map { Party(name: $0.name, kind: $0.kind) }
    return SubjectLinker.Link(subjects: [subjectLinker.subject(part, .sameClause)], of: of, rule: "the part named behind its share")
  }

  /// The benchmark that a score was reached on.
  private func benchmark(for property: String, in sentence: AnnotatedSentence, near figure: QuantityMention) -> Party? {
    guard property == "score" || property == "error_rate" else { return nil }
    let benchmarks = sentence.names.filter { $0.kind == .benchmark }
    return benchmarks.min { distance($0.range, figure.span.range) < distance($1.range, figure.span.range) }.map {
      Party(name: $0.name, kind: $0.kind)
    }
  }
}
