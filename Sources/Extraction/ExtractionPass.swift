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

  private(set) var outcomes: [FigureOutcome] = []
  var context = SubjectLinker.Context()
  var carriedYear: YearLinker.Carried?
  /// What short forms of names stand for.
  var fullNames = FullNames()
  /// The source of the sentence before.
  private var lastSource: AttributionLinker.Link?
  /// Who is being quoted.
  var quotation = Quotation()
  /// The claims of the sentence so far, by what the ones behind them may go on with.
  var earlierFigures: [PropertyLinker.Earlier] = []
  /// The benchmark last spoken of since the last heading: what a table of scores below is of.
  var tableBenchmark: Party?
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
    var reading = reader(document.view, in: block.span.range, reference: reference)
    LocalCurrency(view: document.view).settle(&reading)
    noteEntryDate(reading, in: block)
    quotation.beginBlock(startsQuoted: Quotation.opens(document.view, at: block.span.start))
    for sentence in SentenceCutter(document.view).sentences(in: block.span.range) {
      read(annotator.annotate(sentence, reading: reading))
    }
    for left in reading.leftAlone {
      append(FigureOutcome(span: left.span, derivation: Derivation("left alone"), decision: .left(left.reason)))
    }
  }

  /// A heading's subject stands for the paragraphs below it until the next heading.
  private mutating func readHeading(_ block: Block) {
    let names = annotator.names(in: block.span.range)
    let subject = names.first { $0.isKnown && Self.canBeTopic($0) } ?? names.first(where: Self.canBeTopic)
    if block.role == .title || block.level == 1 { context.title = context.title ?? subject }
    context.heading = subject
    tableBenchmark = names.last { $0.kind == .benchmark }.map { Party(name: $0.name, kind: $0.kind) }
    context.previous = []
    context.paragraph = nil
    context.listHead = nil
    context.entryHead = nil
    carriedYear = nil
    entryDate = nil
  }

  private mutating func beginParagraph(_ block: Block) {
    context.paragraph = nil
    context.entryHead = entryHead(of: block)
    guard block.role != .listItem else { return }
    if context.listHead != nil { carriedYear = nil }
    context.listHead = nil
    entryDate = nil
  }

  /// The name that a block begins with, where a colon follows it, perhaps behind a remark in brackets.
  private func entryHead(of block: Block) -> NameMention? {
    let start = block.span.range
    guard let name = annotator.names(in: start.lowerBound..<min(start.upperBound, start.lowerBound + 80)).first,
      name.range.lowerBound - start.lowerBound <= 3,
      Self.canBeTopic(name)
    else { return nil }
    var position = name.range.upperBound
    while position < start.upperBound, document.view[position] == 0x20 || document.view[position] == UInt8(ascii: "*") { position += 1 }
    guard position < start.upperBound else { return nil }
    return Self.colons.contains(document.view.scalar(at: position).value) ? name : nil
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
    let own = attributionLinker.link(in: sentence) ?? (continues(sentence) ? lastSource : nil)
    let source = quotation.source(of: own, in: sentence, document: document)
    lastSource = source
    let modality = ModalityRule.modality(of: sentence, attribution: source?.attribution)
    var subjects: [Subject] = []
    earlierFigures = []
    for period in sentence.periods {
      let decision = dateClaims(period, in: sentence, source: source, modality: modality)
      subjects += append(FigureOutcome(span: period.span, derivation: period.derivation, decision: decision))
    }
    for figure in sentence.quantities {
      let isSaid = source.map { figure.span.start >= $0.start } ?? false
      let decision = figureClaims(figure, in: sentence, source: isSaid ? source : nil, modality: modality)
      subjects += append(FigureOutcome(span: figure.span, derivation: figure.derivation, decision: decision))
    }
    carry(sentence, subjects: subjects, sources: source?.names ?? [])
  }

  /// Whether a semicolon joins a sentence to the one before.
  private func continues(_ sentence: AnnotatedSentence) -> Bool {
    let start = sentence.range.lowerBound
    guard start > 0 else { return false }
    let before = document.view.scalar(before: start).value
    return before == 0xFF1B || before == 0x3B
  }

  /// Notes what became of a figure; gives the subjects of its claims.
  @discardableResult
  mutating func append(_ outcome: FigureOutcome) -> [Subject] {
    outcomes.append(outcome)
    return outcome.claims.compactMap(\.subject)
  }

  /// What the next sentence may go on about: this one's subjects first, then its other names, else what was carried already.
  private mutating func carry(_ sentence: AnnotatedSentence, subjects: [Subject], sources: [NameMention]) {
    if let benchmark = sentence.names.last(where: { $0.kind == .benchmark }) {
      tableBenchmark = Party(name: benchmark.name, kind: benchmark.kind)
    }
    let named = sentence.names.filter { name in
      Self.canBeTopic(name) && (!sources.contains(name) || subjects.contains { $0.canonical == name.canonical })
    }
    let claimed = named.filter { name in subjects.contains { $0.canonical == name.canonical } }
    // A name deep in a sentence without claims does not take over from what was spoken of.
    let others = named.filter { !claimed.contains($0) && !subjectLinker.isSecondary($0, in: sentence) }
    let leading = others.filter { $0.range.lowerBound - sentence.range.lowerBound <= 24 }
    let kept = claimed.isEmpty && leading.isEmpty ? context.previous.prefix(1) : []
    let topics = claimed + leading + kept + others.filter { !leading.contains($0) }
    if !topics.isEmpty {
      context.previous = topics
      context.paragraph = context.paragraph ?? topics.first
      if Self.colons.contains(document.view.scalar(before: sentence.range.upperBound).value) { context.listHead = topics.first }
    }
    fullNames.note(sentence.names)
    context.company = claimed.last { $0.kind == .organization } ?? context.company ?? leading.first { $0.kind == .organization }
    let dated = subjects.last?.canonical ?? named.last?.canonical
    // `A came out in 2017; it has …`: what a semicolon joins is of the same time.
    // So are the items of a list and its head.
    let isHead = Self.colons.contains(document.view.scalar(before: sentence.range.upperBound).value)
    if sentence.periods.isEmpty, isHead || context.listHead != nil || continues(sentence) { return }
    carriedYear = sentence.periods.first.flatMap { period in dated.map { YearLinker.Carried(subject: $0, edtf: period.edtf) } }
  }

  /// : and ：, one of which ends the head of a list.
  private static let colons: [UInt32] = [0x3A, 0xFF1A]
}
