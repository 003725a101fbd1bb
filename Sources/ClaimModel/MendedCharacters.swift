package import SourceText

/// The characters of a page whose damage reaches into its markup, mended before they are parsed.
package struct MendedCharacters: Sendable {
  /// What was mended, and where in `utf8`.
  package struct Place: Sendable {
    package var kind: Repair.Kind
    package var span: ByteSpan<DecodedText>

    package init(kind: Repair.Kind, span: ByteSpan<DecodedText>) {
      self.kind = kind
      self.span = span
    }
  }

  package var utf8: [UInt8]
  /// From `utf8` to the characters as they were decoded.
  package var map: OffsetMap<DecodedText, DecodedText>
  /// In text order.
  package var places: [Place]
  package var findings: [Finding]

  package init(utf8: [UInt8], map: OffsetMap<DecodedText, DecodedText>, places: [Place], findings: [Finding]) {
    self.utf8 = utf8
    self.map = map
    self.places = places
    self.findings = findings
  }
}
