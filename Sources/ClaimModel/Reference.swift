package import SourceText

/// A table of published figures as it stood on one day.
package struct Reference: Sendable {
  /// A short name such as `epoch-models`.
  package var name: String
  /// `YYYY-MM-DD`.
  package var snapshot: String
  package var publisher: String
  package var license: String
  /// How the license wants the publisher named.
  package var attribution: String
  package var link: String?
  package var layout: TableLayout
  /// In the order of the file.
  package var rows: [ReferenceRow]
  /// Cells that could not be read, and the like.
  package var findings: [Finding]

  package init(
    name: String, snapshot: String, publisher: String, license: String, attribution: String, link: String?, layout: TableLayout,
    rows: [ReferenceRow], findings: [Finding]
  ) {
    self.name = name
    self.snapshot = snapshot
    self.publisher = publisher
    self.license = license
    self.attribution = attribution
    self.link = link
    self.layout = layout
    self.rows = rows
    self.findings = findings
  }
}

/// What the columns of a table mean.
package struct TableLayout: Hashable, Sendable {
  /// How a name without a size stands for rows.
  package enum FamilyRule: String, Hashable, Sendable, CaseIterable {
    /// `LLaMA` for `LLaMA-7B` and `LLaMA-65B`: the row's name less its size and bracketed remarks.
    case size
    /// `H100` for `NVIDIA H100 PCIe` and `NVIDIA H100 SXM5 80GB`: the row's name begins with it.
    case prefix
    /// Names stand for the row of that name alone.
    case none
  }

  /// Column of the subject's name.
  package var subject: String
  /// Column of a row's own source.
  package var link: String?
  package var families: FamilyRule
  /// Words that a text may leave out of a name, such as a maker's.
  package var optionalWords: [String]
  package var aliases: [NameAlias]
  package var measures: [Measure]

  package init(
    subject: String, link: String?, families: FamilyRule, optionalWords: [String], aliases: [NameAlias], measures: [Measure]
  ) {
    self.subject = subject
    self.link = link
    self.families = families
    self.optionalWords = optionalWords
    self.aliases = aliases
    self.measures = measures
  }
}

/// Another way to write (the beginning of) a name: 文心 for ERNIE.
package struct NameAlias: Hashable, Sendable {
  package var written: String
  package var meant: String

  package init(written: String, meant: String) {
    self.written = written
    self.meant = meant
  }
}

/// One column of figures: what it measures, in which unit, by which definition, and by which words a text speaks of it.
package struct Measure: Hashable, Sendable {
  package var column: String
  /// The claim's property.
  package var property: String
  /// Base unit of the figures after `multiplier`; `date` for days.
  package var unit: String
  package var multiplier: ExactDecimal
  /// What the column counts, where texts also give figures of other definitions.
  package var definition: String?
  /// Words by which a text shows that it means this definition; only asked for where the text names a source.
  package var statedBy: [String]
  /// Units of a text that count the same thing (`neuron` where a row counts them as parameters).
  package var units: [String]
  /// Units that a text may have by mistake, where the number decides: FLOP per second for FLOP.
  package var mistakenUnits: [String]
  /// Units of things that hold several of what the column counts: 96 servers are no 96 GPUs, and no other number of them.
  package var holderUnits: [String]
  /// Nouns and classifiers behind a figure that say the same: 张, chips.
  package var counted: [String]
  /// Words that name the measure: 参数, parameters.
  package var words: [String]
  /// Whether a figure in the right unit also needs one of `words` in its sentence (days of what?).
  package var needsWord: Bool
  /// Whether a figure such as 16B right behind a name means this.
  package var isShorthand: Bool

  package init(
    column: String, property: String, unit: String, multiplier: ExactDecimal = .one, definition: String? = nil, statedBy: [String] = [],
    units: [String] = [], mistakenUnits: [String] = [], holderUnits: [String] = [], counted: [String] = [], words: [String] = [],
    needsWord: Bool = false,
    isShorthand: Bool = false
  ) {
    self.column = column
    self.property = property
    self.unit = unit
    self.multiplier = multiplier
    self.definition = definition
    self.statedBy = statedBy
    self.units = units
    self.mistakenUnits = mistakenUnits
    self.holderUnits = holderUnits
    self.counted = counted
    self.words = words
    self.needsWord = needsWord
    self.isShorthand = isShorthand
  }
}

package struct ReferenceRow: Hashable, Sendable {
  package var name: String
  package var link: String?
  /// One for each measure of the layout; nil for an empty or unreadable cell.
  package var cells: [ReferenceCell?]

  package init(name: String, link: String?, cells: [ReferenceCell?]) {
    self.name = name
    self.link = link
    self.cells = cells
  }
}

package struct ReferenceCell: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    /// In the measure's unit, after its multiplier.
    case number(ExactDecimal)
    /// `YYYY-MM-DD`, or a year or month alone.
    case day(String)
  }

  /// As published.
  package var written: String
  package var value: Value

  package init(written: String, value: Value) {
    self.written = written
    self.value = value
  }
}
