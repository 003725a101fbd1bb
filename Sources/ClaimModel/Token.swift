package import SourceText

/// One word as segmented, never inside a numeral.
package struct Token: Hashable, Sendable {
  package var span: TextSpan

  package init(span: TextSpan) { self.span = span }
}
