package import ClaimModel
package import Knowledge
internal import SourceText

extension TableLayout {
  /// Reads the keys of a layout: subject, link, families, optionalWords, aliases, measures.
  package init(reading node: inout EntryReader) throws(KnowledgeError) {
    let subject = try node.string("subject")
    let link = try node.optionalString("link")
    let families = try node.choice("families", fallback: FamilyRule.none)
    let optionalWords = try node.strings("optionalWords")
    var aliases: [NameAlias] = []
    for var entry in try node.entries("aliases") {
      let meant = try entry.string("means")
      let written = try entry.strings("written")
      try entry.finish()
      guard !written.isEmpty else { throw entry.error("the alias of '\(meant)' has no 'written'; list the ways to write the name") }
      aliases += written.map { NameAlias(written: $0, meant: meant) }
    }
    var measures: [Measure] = []
    for var entry in try node.entries("measures") {
      measures.append(try Measure(reading: &entry))
      try entry.finish()
    }
    guard !measures.isEmpty else {
      throw node.error("no column is described; add 'measures:' with `- column: …`, `property: …`, `unit: …`")
    }
    self.init(
      subject: subject, link: link, families: families, optionalWords: optionalWords, aliases: aliases, measures: measures)
  }
}

extension Measure {
  fileprivate init(reading node: inout EntryReader) throws(KnowledgeError) {
    let column = try node.string("column")
    let property = try node.string("property")
    let unit = try node.string("unit")
    var multiplier = ExactDecimal.one
    if let text = try node.optionalString("multiplier") {
      guard let number = ExactDecimal(text), !number.isZero, !number.isNegative else {
        throw node.error("'multiplier' is '\(text)'; write a number above zero such as 1e6")
      }
      multiplier = number
    }
    self.init(
      column: column, property: property, unit: unit, multiplier: multiplier, definition: try node.optionalString("definition"),
      statedBy: try node.strings("statedBy"), units: try node.strings("units"),
      mistakenUnits: try node.strings("mistakenUnits"), holderUnits: try node.strings("holderUnits"), counted: try node.strings("counted"),
      words: try node.strings("words"), needsWord: try node.flag("needsWord"), isShorthand: try node.flag("shorthand"))
  }
}
