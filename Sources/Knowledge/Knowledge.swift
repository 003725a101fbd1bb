/// All lexicons, checked and immutable; made once and passed by hand.
package struct Knowledge: Sendable {
  package var units = Lexicon<UnitEntry>()
  package var multipliers = Lexicon<MultiplierEntry>()
  package var bounds = Lexicon<BoundEntry>()
  package var exceptions = Lexicon<ExceptionEntry>()
  package var periods = Lexicon<PeriodEntry>()
  package var names = Lexicon<NameEntry>()
  package var properties = Lexicon<PropertyEntry>()
  package var cues = Lexicon<CueEntry>()
  package var relations = Lexicon<RelationEntry>()
  package var boilerplate = Lexicon<BoilerplateEntry>()
  package var sites = Lexicon<SiteEntry>()
  package var words = Lexicon<WordEntry>()
  package var characters = Lexicon<CharacterEntry>()
  package var traditional = Lexicon<TraditionalEntry>()
  package var regions = Lexicon<RegionEntry>()

  package init() {}
}

/// A piece of work done for each knowledge file, with the entry type that the file holds.
package protocol KnowledgeVisitor {
  mutating func visit<Entry: LexiconEntry>(_ lexicon: WritableKeyPath<Knowledge, Lexicon<Entry>>) throws(KnowledgeError)
}

extension Knowledge {
  /// Visits every lexicon, in the order of the compiled table.
  package static func visitAll(_ visitor: inout some KnowledgeVisitor) throws(KnowledgeError) {
    try visitor.visit(\.units)
    try visitor.visit(\.multipliers)
    try visitor.visit(\.bounds)
    try visitor.visit(\.exceptions)
    try visitor.visit(\.periods)
    try visitor.visit(\.names)
    try visitor.visit(\.properties)
    try visitor.visit(\.cues)
    try visitor.visit(\.relations)
    try visitor.visit(\.boilerplate)
    try visitor.visit(\.sites)
    try visitor.visit(\.words)
    try visitor.visit(\.characters)
    try visitor.visit(\.traditional)
    try visitor.visit(\.regions)
  }
}
