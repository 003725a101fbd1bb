internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// Claims of figures in running text.
extension ExtractionPass {
  mutating func figureClaims(
    _ figure: QuantityMention, in sentence: AnnotatedSentence, source: AttributionLinker.Link?, modality: Modality
  ) -> FigureOutcome.Decision {
    var figure = figure
    if figure.quantity.unit.name == "item", figure.kind == .count, isHardware(behind: figure, in: sentence) {
      figure.quantity.unit = Unit(name: "gpu", dimension: .count)
    }
    let property = propertyLinker.link(figure, in: sentence, earlier: earlierFigures)
    if let reason = filter.reason(against: figure, property: property, in: sentence) { return .left(reason) }
    guard let property else { return .left("nothing says what it measures") }
    if figure.quantity.unit.name == "gpu_hour" {
      figure.quantity.unit = Unit(name: "hour", dimension: .time)
    } else if figure.kind == .number || figure.quantity.unit.name == "item",
      let unit = PropertyLinker.unit(of: figure, given: property, units: annotator.knowledge.units, in: document.view)
    {
      figure.quantity.unit = unit
    }
    let (value, kindRule) = ValueKindRule(view: document.view).value(of: figure, property: property.property, in: sentence)
    let name = refinedProperty(property, value: value, of: figure, in: sentence)
    guard
      let link = partSubject(of: figure, value: value, in: sentence, source: source) ?? acquiredSubject(of: figure, name, in: sentence)
        ?? subjectLinker.link(
          place: figure.span.range, property: name, sentence: sentence, sources: source?.names ?? [], context: context,
          isMultiple: figure.kind == .multiple)
    else { return .left("nothing on the page can be its subject") }
    note(figure, property: name, value: value)
    let claims = link.subjects.map(fullNames.resolved).map { subject in
      let year = yearLinker.year(
        at: figure.span.range, of: value, in: sentence, subject: subject, carried: carriedYear, entryDate: entryDate)
      return writer.claim(
        subject: subject, property: link.isPrice ? "price" : costProperty(name, of: subject, in: sentence),
        of: against(link.of, benchmark(for: name, in: sentence, near: figure), value)
          ?? baselineDate(of: figure, value: value, in: sentence),
        value: value, year: year,
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

  /// What a value's kind says of its property: a share is a share, a change the change of what is compared.
  private func refinedProperty(
    _ link: PropertyLinker.Link, value: ClaimValue, of figure: QuantityMention, in sentence: AnnotatedSentence
  ) -> String {
    switch value {
    case .share where ["other", "growth", "cost", "revenue", "funding", "price"].contains(link.property): return "share"
    case .probability: return "probability"
    case .rank: return "rank"
    case .rate(_, .some): return "doubling_time"
    case .change, .ratio:
      let clause = sentence.clause(at: figure.span.start)
      guard link.weight <= 1 || !(link.cue.map { clause.overlaps($0) } ?? false) else { return link.property }
      let compared = ComparedProperty(earlier: earlierFigures).property(of: figure, in: sentence)
      if case .change = value {
        let isOfBenchmark = sentence.names.contains { $0.kind == .benchmark }
        return compared == nil || compared == "count" ? (isOfBenchmark ? "score" : compared ?? "growth") : compared ?? "growth"
      }
      return compared ?? link.property
    default: return link.property
    }
  }

  /// 67%的Common Crawl数据, 40% of users: the part that a share is of, named right behind it.
  private func partSubject(
    of figure: QuantityMention, value: ClaimValue, in sentence: AnnotatedSentence, source: AttributionLinker.Link?
  ) -> SubjectLinker.Link? {
    guard case .share = value else { return nil }
    let clause = sentence.clause(at: figure.span.start)
    guard
      let part = sentence.names.first(where: {
        $0.range.lowerBound >= figure.span.end && $0.range.lowerBound - figure.span.end <= 5 && clause.contains($0.range.lowerBound)
      })
    else { return nil }
    let whole = context.previous.last { $0.kind == .model || $0.kind == .organization }
    let of = whole.map { Party(name: $0.name, kind: $0.kind) }
    return SubjectLinker.Link(subjects: [subjectLinker.subject(part, .sameClause)], of: of, rule: "the part named behind its share")
  }

  /// What a model cost in a sentence about its training is the cost of training it.
  private func costProperty(_ property: String, of subject: Subject, in sentence: AnnotatedSentence) -> String {
    guard property == "cost" || property == "valuation", subject.kind == .model,
      sentence.properties.contains(where: { $0.entry.property == "training_time" || $0.entry.property == "training_cost" })
    else { return property }
    return "training_cost"
  }

  /// Whether a chip is named right behind a classifier: 两块GTX 580显卡.
  private func isHardware(behind figure: QuantityMention, in sentence: AnnotatedSentence) -> Bool {
    sentence.names.contains { $0.kind == .hardware && (0...1).contains($0.range.lowerBound - figure.span.end) }
  }

  /// Keeps what the rest of the sentence may go on with.
  private mutating func note(_ figure: QuantityMention, property: String, value: ClaimValue) {
    var isLevel = false
    if case .level = value { isLevel = true }
    earlierFigures.append(
      PropertyLinker.Earlier(
        span: figure.span.range, dimension: figure.quantity.unit.dimension, property: property, isLevel: isLevel))
  }

  /// The company that a price was paid for.
  private func acquiredSubject(of figure: QuantityMention, _ property: String, in sentence: AnnotatedSentence) -> SubjectLinker.Link? {
    guard property == "price" || property == "cost", figure.kind == .currency,
      let name = subjectLinker.acquired(at: figure.span.range, in: sentence)
    else { return nil }
    return SubjectLinker.Link(subjects: [subjectLinker.subject(name, .sameClause)], of: nil, rule: "what was acquired", isPrice: true)
  }

  /// A change is against its baseline first, a score on its benchmark.
  private func against(_ baseline: Party?, _ benchmark: Party?, _ value: ClaimValue) -> Party? {
    YearLinker.compares(value) ? baseline ?? benchmark : benchmark ?? baseline
  }

  /// 比2019年增加48%: the time compared with, where no name is.
  private func baselineDate(of figure: QuantityMention, value: ClaimValue, in sentence: AnnotatedSentence) -> Party? {
    guard YearLinker.compares(value) else { return nil }
    let clause = sentence.clause(at: figure.span.start)
    let period = sentence.periods.last { clause.contains($0.span.start) && YearLinker.isBaseline($0, in: sentence) }
    return period.map { Party(name: document.string($0.span), kind: .other) }
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
