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
    if figure.kind == .number, let counted = countedBefore(figure, in: sentence) {
      figure.quantity.unit = counted
      figure.kind = .count
    }
    loosenByOwner(&figure, in: sentence)
    if isWindow(figure, in: sentence), case .below(let value, true) = figure.quantity.bounds { figure.quantity.bounds = .exactly(value) }
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
    let said = countsText(name, figure, cue: property.cue, of: link.subjects) ? "count" : name
    note(figure, property: said, value: value)
    let claims = link.subjects.map(fullNames.resolved).map { subject in
      let year = yearLinker.year(
        at: figure.span.range, of: value, in: sentence, subject: subject, carried: carriedYear, entryDate: entryDate)
      return writer.claim(
        subject: subject, property: link.isPrice ? "price" : costProperty(said, of: subject, in: sentence),
        of: against(link.of, benchmark(for: name, in: sentence, near: figure), value)
          ?? baselineDate(of: figure, value: value, in: sentence) ?? whole(of: figure, value: value, in: sentence),
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

  /// 在A的语料里，B占15%: the whole that a share is of, in the clause before.
  private func whole(of figure: QuantityMention, value: ClaimValue, in sentence: AnnotatedSentence) -> Party? {
    guard case .share = value else { return nil }
    let clause = sentence.clause(at: figure.span.start)
    let name = sentence.names.last { name in
      name.range.upperBound <= clause.lowerBound && sentence.hasCue(endingBefore: name.range.lowerBound, reach: 1, .preposition)
        && sentence.hasCue(beginningAfter: name.range.upperBound, reach: 1, .possessive)
    }
    return name.map { Party(name: $0.name, kind: $0.kind) }
  }

  /// 公开的人类文本大约有300万亿个词元: words and tokens that nothing was trained on.
  private func countsText(_ property: String, _ figure: QuantityMention, cue: Range<Int>?, of subjects: [Subject]) -> Bool {
    guard property == "training_data_size", cue.map({ figure.span.range.overlaps($0) }) ?? true, subjects.count == 1 else { return false }
    return subjects[0].kind == .other && subjects[0].resolvedBy == .sameClause
      && subjects[0].name.utf8.allSatisfy { $0 >= 0x80 }
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

  /// `466 interruptions, ⟦419⟧ of them unexpected`: what the figure before counts.
  private func countedBefore(_ figure: QuantityMention, in sentence: AnnotatedSentence) -> Unit? {
    guard sentence.hasCue(beginningAfter: figure.span.end, reach: 1, .partOfCount) else { return nil }
    return sentence.quantities.last { $0.kind == .count && $0.span.end <= figure.span.start }?.quantity.unit
  }

  /// `466 interruptions within ⟦54 days⟧`: the time in which so many were counted bounds nothing.
  private func isWindow(_ figure: QuantityMention, in sentence: AnnotatedSentence) -> Bool {
    guard figure.kind == .duration, figure.phrase.start < figure.span.start else { return false }
    let clause = sentence.clause(at: figure.span.start)
    return sentence.quantities.contains { $0.kind == .count && clause.contains($0.span.start) && $0.span.end < figure.phrase.start }
  }

  /// 约为A的⟦3倍⟧, 超过A的⟦10倍⟧: a bound word before the name that owns a multiple bounds the multiple.
  private func loosenByOwner(_ figure: inout QuantityMention, in sentence: AnnotatedSentence) {
    guard figure.kind == .multiple, let owner = sentence.names.last(where: { subjectLinker.owns($0, figure.span.range) }) else { return }
    let start = owner.range.lowerBound
    let reach = max(sentence.range.lowerBound, start - 12)..<start
    let bound = reach.lazy.compactMap { annotator.knowledge.bounds.longestMatch(in: document.view, at: $0) }.first {
      $0.entry.place == .before && start - $0.range.upperBound <= 1
    }
    guard let bound, case .exactly(let value) = figure.quantity.bounds else { return }
    switch bound.entry.comparator {
    case .approximately: figure.quantity.isApproximate = true
    case .greater, .atLeast: figure.quantity.bounds = .above(value, inclusive: bound.entry.comparator == .atLeast)
    case .less, .atMost: figure.quantity.bounds = .below(value, inclusive: bound.entry.comparator == .atMost)
    case .equal, .range, .order: break
    }
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

  /// A change is against its baseline first, a score on its benchmark; a level is against nothing.
  private func against(_ baseline: Party?, _ benchmark: Party?, _ value: ClaimValue) -> Party? {
    YearLinker.compares(value) ? baseline ?? benchmark : benchmark
  }

  /// 比2019年增加48%: the time compared with, where no name is.
  private func baselineDate(of figure: QuantityMention, value: ClaimValue, in sentence: AnnotatedSentence) -> Party? {
    guard YearLinker.compares(value) else { return nil }
    let clause = sentence.clause(at: figure.span.start)
    let period = sentence.periods.last { clause.contains($0.span.start) && YearLinker.isBaseline($0, in: sentence) }
    if let period { return Party(name: document.string(period.span), kind: .other) }
    let former = sentence.cues(.formerTime).first { clause.contains($0.range.lowerBound) }
    return former.map { Party(name: document.text.string($0.range), kind: .other) }
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
