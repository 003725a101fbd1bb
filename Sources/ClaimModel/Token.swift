package import SourceText

/// One word as segmented: never inside a numeral or a name.
package struct Token: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case word
    /// A figure with its multiplier and percent sign: 1750亿, 35.6%, 二十五万.
    case numeral
    /// A name of the catalog, with the version behind it: GPT-4, 悟道2.0.
    case name
  }

  package var span: TextSpan
  package var kind: Kind

  package init(span: TextSpan, kind: Kind = .word) {
    self.span = span
    self.kind = kind
  }
}
