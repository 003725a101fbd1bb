internal import ClaimModel

/// A stretch that names something.
struct NameMention: Hashable, Sendable {
  var range: Range<Int>
  /// In the page's own script and words.
  var name: String
  /// The catalog's spelling in lower case, or the name itself in lower case.
  var canonical: String
  var kind: SubjectKind
  /// Whether the catalog knows it; the others were told by their form.
  var isKnown: Bool
}
