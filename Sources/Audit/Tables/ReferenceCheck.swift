internal import ClaimModel
internal import Quantities
internal import SourceText

/// Holds the figures of one page against one table.
struct ReferenceCheck {
  let table: TableIndex
  let passage: Passage
  let subjects: SubjectChoice

  init(table: TableIndex, passage: Passage) {
    self.table = table
    self.passage = passage
    subjects = SubjectChoice(table: table, passage: passage)
  }

  /// What came of a figure, before it is put into words.
  struct Result {
    var figure: Figure
    var claim: Claim?
    var measure: Int
    var subject: String
    var outcome: RowDecision.Outcome
  }

  /// One result for each claim of a figure that some column speaks of, or one for a figure without a claim.
  func results(_ figures: [Figure]) -> [Result] {
    var results: [Result] = []
    let choose = MeasureChoice(table: table, view: passage.view)
    let outer = figures.filter { !subjects.isInsideName($0.span) && !isDesignation($0) }
    var previous: (choice: MeasureChoice.Choice, sentence: Range<Int>)?
    for (index, figure) in outer.enumerated() {
      guard isComparable(figure), let around = surroundings(of: index, in: outer) else { continue }
      var found = choose(figure, in: around)
      if found == nil, MeasureChoice.isBare(figure), !choose.isClaimedOtherwise(figure), let previous, previous.sentence == around.sentence,
        isParallel(figure, around)
      {
        found = previous.choice
      }
      if found == nil, figure.date != nil, subjects.isDatedByName(figure.span) { found = choose.date }
      guard let choice = found else { continue }
      if figure.date == nil { previous = (choice, around.sentence) }
      let claims: [Claim?] = figure.claims.isEmpty ? [nil] : figure.claims
      for claim in claims {
        guard let subject = subjects(figure, claim: claim) else { continue }
        guard var result = result(figure, claim: claim, choice: choice, subject: subject, in: around.sentence) else { continue }
        if case .open(.ambiguousName, _) = result.outcome, let sized = sized(subject, for: choice.measure, outer, in: around.sentence),
          let decided = self.result(figure, claim: claim, choice: choice, subject: sized, in: around.sentence)
        {
          result = decided
        }
        if case .refuted = result.outcome, let claim, let other = subjects.alternative(to: subject, for: figure, claim: claim),
          let found = self.result(figure, claim: claim, choice: choice, subject: other, in: around.sentence),
          case .supported = found.outcome
        {
          // A sentence that names two is not refuted where it is right for the nearer one.
          result = found
        }
        results.append(result)
      }
    }
    return results
  }

  /// 2019年,OpenAI拿出了GPT-2,參數達到15億: the one row of a family that has the parameters which the sentence gives it.
  private func sized(_ subject: SubjectChoice.Choice, for measure: Int, _ figures: [Figure], in sentence: Range<Int>)
    -> SubjectChoice.Choice?
  {
    guard case .rows(let meaning, let name) = subject,
      let size = table.reference.layout.measures.firstIndex(where: { $0.unit == "parameter" }), size != measure
    else { return nil }
    let given = figures.filter { figure in
      sentence.contains(figure.span.start)
        && figure.claims.contains { $0.property == "parameters" && $0.subject?.name == name && figure.level != nil }
    }
    guard given.count == 1 else { return nil }
    let comparison = FigureComparison(table: table, measure: size, figure: given[0], isMistakenUnit: false)
    var rows = meaning.rows.filter { row in
      table.number(row: row, measure: size).flatMap { comparison.finding(row: row, cell: $0) }?.isSupported ?? false
    }
    return rows.count == 1 || hasPlainName(&rows) ? .rows(NameIndex.Meaning(closeness: meaning.closeness, rows: rows), name: name) : nil
  }

  /// Leaves the one of `rows` whose name the names of all others only go on from: GPT-2 (1.5B) of GPT-2 (1.5B, Curriculum Learning).
  private func hasPlainName(_ rows: inout [Int]) -> Bool {
    let named = rows.map { (row: $0, name: table.reference.rows[$0].name.utf8.filter { $0 != UInt8(ascii: ")") }) }
    guard let plain = named.min(by: { $0.name.count < $1.name.count }), named.allSatisfy({ $0.name.starts(with: plain.name) }) else {
      return false
    }
    rows = [plain.row]
    return true
  }

  /// Levels and dates are; changes, shares, ratios, ranks and what is only supposed are not.
  private func isComparable(_ figure: Figure) -> Bool {
    if figure.number?.isZero ?? false { return false }
    // 数十千瓦 somewhere in the sentence is too vague to be of the one it names.
    if case .order = figure.quantity.bounds, !subjects.hasName(inClauseOf: figure.span) { return false }
    // 一张卡, a GPU: an article rather than a figure.
    if figure.number == .one, figure.kind == .count { return false }
    switch figure.kind {
    case .percent, .multiple, .ordinal, .age, .proportion, .temperature: return false
    default: break
    }
    return figure.claims.allSatisfy { claim in
      switch claim.modality {
      case .forecast, .hypothetical: return false
      default: break
      }
      switch claim.value {
      case .level, .date: return true
      case .rate: return figure.quantity.per?.unit == "second"
      case .change: return figure.kind != .percent && figure.claims.count == 1 && claim.value.direction == nil
      default: return false
      }
    }
  }

  /// Gopher的280亿远不及PaLM的5400亿: a bare figure of another subject means what the one before it meant.
  private func isParallel(_ figure: Figure, _ around: MeasureChoice.Surroundings) -> Bool {
    guard figure.kind == .number || figure.kind == .count else { return false }
    if let behind = subjects.mentions[around.after].first,
      Array(passage.view[figure.span.end..<behind.range.lowerBound]) == Array(" for ".utf8)
    {
      return true
    }
    return !subjects.mentions[around.before].isEmpty
  }

  /// The 910 of "512 Ascend 910 chips": a small number behind a capitalized word inside the sentence.
  private func isDesignation(_ figure: Figure) -> Bool {
    let view = passage.view
    guard figure.kind == .count, let number = figure.number, number < ExactDecimal(10_000),
      let index = passage.sentence(at: figure.span.start)
    else { return false }
    let first = passage.sentences[index].lowerBound
    guard figure.span.start > first + 1, view[figure.span.start - 1] == 0x20 else { return false }
    var start = figure.span.start - 1
    while start > first, view.isASCIIWordCharacter(at: start - 1) { start -= 1 }
    return start > first && start < figure.span.start - 1 && (0x41...0x5A).contains(view[start])
  }

  private func surroundings(of index: Int, in figures: [Figure]) -> MeasureChoice.Surroundings? {
    let figure = figures[index]
    if let cell = passage.cell(at: figure.span.start) {
      let end = cell.head.upperBound
      return MeasureChoice.Surroundings(sentence: cell.head, before: cell.head, after: end..<end, isCell: true)
    }
    guard let number = passage.sentence(at: figure.span.start) else { return nil }
    let sentence = passage.sentences[number]
    let previous = index > 0 ? figures[index - 1].span.end : 0
    let next = index + 1 < figures.count ? figures[index + 1].span.start : passage.view.count
    let start = min(max(previous, sentence.lowerBound), figure.span.start)
    let end = max(min(next, passage.clause(at: figure.span.start, in: sentence).upperBound), figure.span.end)
    return MeasureChoice.Surroundings(sentence: sentence, before: start..<figure.span.start, after: figure.span.end..<end)
  }

  private func result(
    _ figure: Figure, claim: Claim?, choice: MeasureChoice.Choice, subject: SubjectChoice.Choice, in sentence: Range<Int>
  ) -> Result? {
    let make = { (name: String, outcome: RowDecision.Outcome) in
      Result(figure: figure, claim: claim, measure: choice.measure, subject: name, outcome: outcome)
    }
    switch subject {
    case .unknown(let name):
      // Only a claim that says outright what the column measures misses its row.
      guard claim?.property == table.reference.layout.measures[choice.measure].property else { return nil }
      return make(name, .open(.noRow, rows: []))
    case .rows(let meaning, let name):
      if isOfOtherDefinition(choice.measure, claim: claim, in: sentence) {
        return make(name, .open(.differentDefinition, rows: meaning.rows))
      }
      let comparison = FigureComparison(table: table, measure: choice.measure, figure: figure, isMistakenUnit: choice.isMistakenUnit)
      let decided = RowDecision(table: table, measure: choice.measure)(meaning) { comparison.finding(row: $0, cell: $1) }
      let outcome = speaksOfSomethingElse(decided) ? .open(.differentDefinition, rows: meaning.rows) : decided
      // A unit that may be a mistake says so only where the number decides it.
      if choice.isMistakenUnit, case .open = outcome { return nil }
      return make(name, outcome)
    }
  }

  /// Off by a hundred thousand or more, and by no power of ten: whatever the figure counts, it is not what the column counts.
  private func speaksOfSomethingElse(_ outcome: RowDecision.Outcome) -> Bool {
    guard case .refuted(let findings) = outcome else { return false }
    return findings.allSatisfy { $0.diagnosis == nil && ($0.ratio.map { $0 >= Self.somethingElse } ?? false) }
  }

  private static let somethingElse = ExactDecimal(100_000)

  /// Whether the page takes the figure from somebody who does not speak of what the column counts.
  private func isOfOtherDefinition(_ measure: Int, claim: Claim?, in sentence: Range<Int>) -> Bool {
    let words = table.words[measure].statedBy
    guard !words.isEmpty, let source = claim?.attribution else { return false }
    let finder = WordFinder(view: Array(source.name.utf8))
    return !finder.contains(words, in: 0..<source.name.utf8.count) && !WordFinder(view: passage.view).contains(words, in: sentence)
  }
}
