internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// One reading of one document: the claims found so far and what carries over from block to block.
struct ExtractionPass {
  let reader: QuantityReader
  let document: Document
  let annotator: Annotator
  let writer: ClaimWriter
  let propertyLinker = PropertyLinker()
  let filter: FigureFilter
  let subjectLinker: SubjectLinker
  let attributionLinker: AttributionLinker
  let yearLinker = YearLinker()
  let reference: CalendarDay?

  private(set) var claims: [Claim] = []
  var context = SubjectLinker.Context()
  var carriedYear: YearLinker.Carried?
  /// The date that stands at the head of the entry being read (`2023.8.3 We release …`).
  var entryDate: String?

  init(knowledge: Knowledge, reader: QuantityReader, document: Document) {
    self.reader = reader
    self.document = document
    annotator = Annotator(knowledge: knowledge, document: document)
    writer = ClaimWriter(document: document)
    filter = FigureFilter(view: document.view)
    subjectLinker = SubjectLinker(document: document)
    attributionLinker = AttributionLinker(document: document)
    reference = document.metadata.published.flatMap { CalendarDay($0.value) }
  }

  mutating func read(_ block: Block) {
    switch block.role {
    case .code, .boilerplate, .byline: return
    case .table:
      guard let table = block.table else { return }
      readTable(table)
      return
    case .title, .heading: readHeading(block)
    case .paragraph, .listItem, .caption, .quote: beginParagraph(block)
    }
    let reading = reader(document.view, in: block.span.range, reference: reference)
    noteEntryDate(reading, in: block)
    for sentence in SentenceCutter(document.view).sentences(in: block.span.range) {
      read(annotator.annotate(sentence, reading: reading))
    }
  }

  /// A heading's subject stands for the paragraphs below it until the next heading.
  private mutating func readHeading(_ block: Block) {
    let names = annotator.names(in: block.span.range)
    let subject = names.first { $0.isKnown && Self.canBeTopic($0) } ?? names.first(where: Self.canBeTopic)
    if block.role == .title || block.level == 1 { context.title = context.title ?? subject }
    context.heading = subject
    context.previous = []
    context.paragraph = nil
    context.listHead = nil
    carriedYear = nil
    entryDate = nil
  }

  private mutating func beginParagraph(_ block: Block) {
    context.paragraph = nil
    guard block.role != .listItem else { return }
    context.listHead = nil
    entryDate = nil
  }

  /// A date that an entry begins with (`2023.8.3 We release …`) holds for it and for the list items below it.
  private mutating func noteEntryDate(_ reading: Reading, in block: Block) {
    guard let first = reading.periods.first, first.span.start - block.span.start <= 4, first.edtf.utf8.count >= 7 else { return }
    entryDate = first.edtf
  }

  static func canBeTopic(_ name: NameMention) -> Bool {
    name.kind != .benchmark && name.kind != .person && name.kind != .hardware
  }

  private mutating func read(_ sentence: AnnotatedSentence) {
    let source = attributionLinker.link(in: sentence)
    let modality = ModalityRule.modality(of: sentence, attribution: source?.attribution)
    var subjects: [Subject] = []
    for period in sentence.periods {
      subjects += add(dateClaim(period, in: sentence, source: source, modality: modality))
    }
    for figure in sentence.quantities {
      subjects += add(figureClaim(figure, in: sentence, source: source, modality: modality))
    }
    carry(sentence, subjects: subjects, sources: source?.names ?? [])
  }

  private mutating func add(_ found: [Claim]) -> [Subject] {
    claims += found
    return found.compactMap(\.subject)
  }

  mutating func append(_ claim: Claim) { claims.append(claim) }

  /// What the next sentence may go on about: this one's subjects first, then its other names, else what was carried already.
  private mutating func carry(_ sentence: AnnotatedSentence, subjects: [Subject], sources: [NameMention]) {
    let named = sentence.names.filter { !sources.contains($0) && Self.canBeTopic($0) }
    let claimed = named.filter { name in subjects.contains { $0.canonical == name.canonical } }
    let topics = claimed + named.filter { !claimed.contains($0) }
    if !topics.isEmpty {
      context.previous = topics
      context.paragraph = context.paragraph ?? topics.first
      if Self.colons.contains(document.view.scalar(before: sentence.range.upperBound).value) { context.listHead = topics.first }
    }
    if let period = sentence.periods.first, let subject = subjects.last {
      carriedYear = YearLinker.Carried(subject: subject.canonical, edtf: period.edtf)
    } else if let subject = subjects.last, subject.canonical != carriedYear?.subject {
      carriedYear = nil
    }
  }

  /// : and ：, one of which ends the head of a list.
  private static let colons: [UInt32] = [0x3A, 0xFF1A]

  // MARK: figures

  private func figureClaim(
    _ figure: QuantityMention, in sentence: AnnotatedSentence, source: AttributionLinker.Link?, modality: Modality
  ) -> [Claim] {
    var figure = figure
    let property = propertyLinker.link(figure, in: sentence)
    guard filter.reason(against: figure, property: property, in: sentence) == nil, let property else { return [] }
    if figure.kind == .number, let unit = PropertyLinker.unit(ofBareNumber: property.property) { figure.quantity.unit = unit }
    let (value, kindRule) = ValueKindRule(view: document.view).value(of: figure, property: property.property, in: sentence)
    let name = refinedProperty(property.property, value: value)
    guard
      let link = partSubject(of: figure, value: value, in: sentence, source: source)
        ?? subjectLinker.link(place: figure.span.range, property: name, sentence: sentence, sources: source?.names ?? [], context: context)
    else { return [] }
    return link.subjects.map { subject in
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

  // MARK: dates

  /// A date at which something came out, began or happened.
  private func dateClaim(
    _ period: PeriodMention, in sentence: AnnotatedSentence, source: AttributionLinker.Link?, modality: Modality
  ) -> [Claim] {
    guard let quantity = DateValue.quantity(of: period, view: document.view, bounds: annotator.knowledge.bounds) else { return [] }
    guard let (property, cue) = DateValue.event(of: period, in: sentence) else { return [] }
    if sentence.hasCue(endingBefore: period.span.start, reach: 4, .timeFrame)
      || sentence.hasCue(beginningAfter: period.span.end, reach: 3, .timeFrame)
    {
      return []
    }
    guard
      let link = subjectLinker.link(
        place: period.span.range, property: property, sentence: sentence, sources: source?.names ?? [], context: context)
    else { return [] }
    return released(with: cue, property: property, else: link.subjects, in: sentence).map { subject in
      writer.claim(
        subject: subject, property: property, of: link.of, value: .date(quantity),
        year: Year(edtf: period.edtf, origin: period.isRelative ? .relative : .sameClause), attribution: source?.attribution,
        modality: modality,
        span: period.span, sentence: sentence.range,
        derivation: Derivation("claim", [period.derivation, Derivation("event: \(document.string(TextSpan(cue)))"), Derivation(link.rule)]))
    }
  }

  /// 发布 A 和 B: all that came out on one day, where the names behind the verb are joined; else `subjects`.
  private func released(with cue: Range<Int>, property: String, else subjects: [Subject], in sentence: AnnotatedSentence) -> [Subject] {
    guard property == "release_date" else { return subjects }
    let behind = sentence.names.filter { name in
      name.range.lowerBound >= cue.upperBound && name.range.lowerBound - cue.upperBound <= 40
        && [.model, .dataset, .technology].contains(name.kind)
    }
    guard let first = behind.first else { return subjects }
    var joined = [first]
    for name in behind.dropFirst() {
      guard subjectLinker.coordinated([joined[joined.count - 1], name], in: sentence).count == 2 else { break }
      joined.append(name)
    }
    return joined.map { subjectLinker.subject($0, .sameClause) }
  }
}
