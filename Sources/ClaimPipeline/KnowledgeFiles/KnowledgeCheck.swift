internal import Audit
internal import ClaimModel
package import Knowledge
internal import Quantities
internal import SourceText

/// Runs the examples of knowledge files: every one must come to what it says.
package struct KnowledgeCheck {
  private let folder: KnowledgeFolder
  private let knowledge: Knowledge
  let worker: PageWorker
  private let audit: Audit

  /// Checks `folder` against `knowledge`, which holds its entries.
  package init(folder: KnowledgeFolder, knowledge: Knowledge) throws {
    self.folder = folder
    self.knowledge = knowledge
    worker = try PageWorker(knowledge: knowledge)
    audit = worker.audit(against: [])
  }

  /// How many examples were run, and what is wrong, file by file in file order.
  package func run() throws(KnowledgeError) -> (examples: Int, problems: [KnowledgeError]) {
    var tally = Tally(folder: folder)
    let numbers = ExampleCheck(knowledge: knowledge)
    try tally.take(UnitEntry.self, numbers.check)
    try tally.take(MultiplierEntry.self, numbers.check)
    try tally.take(BoundEntry.self, numbers.check)
    try tally.take(ExceptionEntry.self, numbers.check)
    try tally.take(PeriodEntry.self, numbers.check)
    try tally.take(NameEntry.self, each: nameProblem)
    try tally.take(PropertyEntry.self, each: claimProblem)
    try tally.take(CueEntry.self, each: cueProblem)
    try tally.take(RelationEntry.self, each: relationProblem)
    try tally.take(BoilerplateEntry.self, each: boilerplateProblem)
    try tally.take(SiteEntry.self, each: siteProblem)
    try tally.take(WordEntry.self, each: { wordProblem($1) })
    let conversions = ConversionCheck(knowledge: knowledge)
    try tally.take(CharacterEntry.self, each: conversions.characterProblem)
    try tally.take(TraditionalEntry.self, each: conversions.traditionalProblem)
    try tally.take(RegionEntry.self, each: conversions.regionProblem)
    return (tally.examples, tally.problems)
  }

  /// What the files checked so far came to.
  private struct Tally {
    let folder: KnowledgeFolder
    var examples = 0
    var problems: [KnowledgeError] = []

    /// Checks the folder's file of one kind of entries, if it has one.
    mutating func take<Entry: LexiconEntry>(
      _ entry: Entry.Type, _ check: (KnowledgeFile<Entry>) -> [KnowledgeError]
    ) throws(KnowledgeError) {
      guard let file = try folder.file(of: entry) else { return }
      problems += check(file)
      examples += file.exampleCount
    }

    /// The same, one example after the other: `problem` says what is wrong with it.
    mutating func take<Entry: LexiconEntry>(
      _ entry: Entry.Type, each problem: (Entry, Example) -> String?
    ) throws(KnowledgeError) {
      try take(entry) { file in
        file.entries.flatMap { sourced in
          sourced.examples.compactMap { example in
            problem(sourced.entry, example).map {
              KnowledgeError(file: file.name, line: example.line, problem: "the example '\(example.text)' \($0)")
            }
          }
        }
      }
    }
  }

  /// The marked words must be found as a phrase of the entry, not hidden by a longer phrase of another.
  private func phraseProblem<Entry: LexiconEntry>(_ entry: Entry, _ example: Example, in lexicon: Lexicon<Entry>) -> String? {
    let view = worker.view(of: example.text)
    guard let marked = example.marked else { return nil }
    let matches = lexicon.matches(in: view, at: marked.lowerBound, afterDigits: true)
    guard let longest = matches.last?.range else { return "has no phrase at the mark; add it to the entry's words or mend the mark" }
    guard longest == marked else { return "is found as '\(view.string(longest))', not as marked; mend the mark or the words" }
    guard matches.contains(where: { $0.range == longest && $0.entry.phrases == entry.phrases }) else {
      return "is found at the mark as a phrase of another entry only; add it to this entry's words"
    }
    return nil
  }

  /// A boilerplate phrase must stand where the entry says; in an example against it stands elsewhere or nowhere.
  private func boilerplateProblem(_ entry: BoilerplateEntry, _ example: Example) -> String? {
    if !example.isAgainst { return phraseProblem(entry, example, in: knowledge.boilerplate) }
    let view = worker.view(of: example.text)
    let places = view.indices.flatMap { knowledge.boilerplate.matches(in: view, at: $0) }.filter { $0.entry.phrases == entry.phrases }.map(
      \.range)
    let counts: Bool
    switch entry.place {
    case .start: counts = places.contains { $0.lowerBound == 0 }
    case .contains: counts = !places.isEmpty
    case .whole: counts = places.contains { $0 == view.startIndex..<view.endIndex }
    }
    return counts ? "must not be found, but is; make the entry's phrases longer" : nil
  }

  /// The marked stretch must be one word of the text, and the text's language what stands behind =>.
  private func wordProblem(_ example: Example) -> String? {
    let words = worker.tokens(ofExample: example.text)
    if let marked = example.marked, !words.contains(where: { $0.span.range == marked }) {
      return "has no word at the mark; add it to the entry's words or mend the mark"
    }
    let language = worker.language(ofExample: example.text)
    guard let expected = example.expectation, expected != language?.rawValue else { return nil }
    return "is \(language?.rawValue ?? "in no language"), not \(expected); mend the words or what stands behind =>"
  }

  private func nameProblem(_ entry: NameEntry, _ example: Example) -> String? {
    if let problem = phraseProblem(entry, example, in: knowledge.names) { return problem }
    guard let expected = example.expectation, expected != entry.kind.rawValue else { return nil }
    return "is a \(entry.kind.rawValue), not a \(expected); mend the kind or what stands behind =>"
  }

  private func cueProblem(_ entry: CueEntry, _ example: Example) -> String? {
    phraseProblem(entry, example, in: knowledge.cues) ?? expectationProblem(example, mustCover: nil)
  }

  /// The audit of the text must judge a figure as stands behind =>, such as `25% supported`; `none`: it must judge none.
  private func relationProblem(_ entry: RelationEntry, _ example: Example) -> String? {
    if let problem = phraseProblem(entry, example, in: knowledge.relations) { return problem }
    guard let expected = example.expectation else { return nil }
    let told = worker.judgments(ofExample: example.text, by: audit)
    if expected == "none" { return told.isEmpty ? nil : "gives \(told.joined(separator: "; ")), but must give no judgment" }
    guard !told.contains(expected) else { return nil }
    return "must give '\(expected)' but gives \(told.isEmpty ? "no judgment" : told.joined(separator: "; "))"
  }

  private func claimProblem(_ entry: PropertyEntry, _ example: Example) -> String? {
    expectationProblem(example, mustCover: example.marked)
  }

  /// Some claim of the text must be what stands behind =>; `none` says that there must be no claim.
  private func expectationProblem(_ example: Example, mustCover marked: Range<Int>?) -> String? {
    guard let expected = example.expectation else { return nil }
    let claims = worker.claims(ofExample: example.text)
    if expected == "none" { return claims.isEmpty ? nil : "gives \(claims.map(\.summary).joined(separator: "; ")), but must give no claim" }
    let fitting = claims.filter { claim in
      marked.map { $0 == claim.quote.text.range } ?? true && ClaimExpectation(expected).isMet(by: claim)
    }
    guard fitting.isEmpty else { return nil }
    let found = claims.isEmpty ? "no claim" : claims.map(\.summary).joined(separator: "; ")
    return "must give '\(expected)'\(marked == nil ? "" : " at the mark") but gives \(found)"
  }
}

extension KnowledgeFile {
  var exampleCount: Int { entries.reduce(0) { $0 + $1.examples.count } }
}
