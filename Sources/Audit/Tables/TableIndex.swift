internal import ClaimModel

/// A reference made ready for look-up.
struct TableIndex: Sendable {
  /// The words of one measure as lower-case bytes.
  struct Words: Sendable {
    var words: [[UInt8]]
    var counted: [[UInt8]]
    var statedBy: [[UInt8]]
  }

  let reference: Reference
  let names: NameIndex
  /// One for each measure of the layout.
  let words: [Words]
  private let stems: [String]
  private let identities: [[UInt32]]

  init(_ reference: Reference) {
    self.reference = reference
    names = NameIndex(rows: reference.rows, layout: reference.layout)
    words = reference.layout.measures.map { measure in
      let bytes = { (list: [String]) in list.map { Array($0.lowercased().utf8) } }
      return Words(words: bytes(measure.words), counted: bytes(measure.counted), statedBy: bytes(measure.statedBy))
    }
    let optional = Set(reference.layout.optionalWords.map { $0.lowercased() })
    let parts = reference.rows.map { RowName(RowName($0.name).withoutWords(optional)) }
    stems = parts.map(\.stem)
    identities = parts.map { FoldedName($0.whole).scalars }
  }

  /// Other rows whose names begin with the same letters.
  func siblings(of row: Int) -> [Int] {
    guard stems[row].count >= 2 else { return [] }
    return reference.rows.indices.filter { $0 != row && stems[$0] == stems[row] }
  }

  /// Whether two rows are called the same, but for spaces, hyphens, brackets and makers' names.
  func meanTheSame(_ left: Int, _ right: Int) -> Bool { identities[left] == identities[right] }

  func number(row: Int, measure: Int) -> ReferenceCell? { reference.rows[row].cells[measure] }
}
