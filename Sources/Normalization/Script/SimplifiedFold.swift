import SourceText

/// Traditional folded to Simplified one character for one, byte offsets unchanged.
///
/// The table is what ICU's `Hant-Hans` does to each character alone, three UTF-8 bytes to three, with the exceptions of the
/// knowledge files (`characters.yaml`). Words of a region (軟體, 軟件) are aliases of the lexicon, not a matter of script.
final class SimplifiedFold {
  private let forms: [CharacterForm]

  init(_ forms: [CharacterForm] = []) { self.forms = forms }

  /// Simplified form of each UTF-16 unit; zero where it is its own. Built at the first character that asks.
  private lazy var table = SimplifiedFold.makeTable(forms.filter { $0.scope == .simplified && $0.words.isEmpty })

  /// What views for matching are made with.
  private lazy var view = CharacterTable(
    alone: table, forms: forms.filter { $0.scope != .hongKong && ($0.scope == .matching || !$0.words.isEmpty) })

  /// What texts for reading are made with.
  private(set) lazy var reading = CharacterTable(alone: table, forms: forms.filter { $0.scope == .simplified && !$0.words.isEmpty })

  /// Whether a UTF-16 unit is the Simplified form of another one.
  private lazy var isImage = table.reduce(into: [Bool](repeating: false, count: table.count)) { $0[Int($1)] = $1 != 0 }

  private static let range = HanTable.range

  /// Whether `character` has a Simplified form that is another character.
  func isTraditional(_ character: UInt32) -> Bool {
    guard let unit = UInt16(exactly: character), SimplifiedFold.range.contains(unit) else { return false }
    return table[Int(unit)] != 0
  }

  /// Whether what becomes of `character` depends on the word: 著, 乾.
  func dependsOnWord(_ character: UInt32) -> Bool { UInt16(exactly: character).map(reading.dependsOnWord) ?? false }

  /// Whether `character` is the Simplified form of another character.
  ///
  /// Some of these are Traditional characters as well (后, 里, 面), so that single ones prove nothing.
  func isSimplified(_ character: UInt32) -> Bool {
    guard let unit = UInt16(exactly: character) else { return false }
    return isImage[Int(unit)]
  }

  /// The Simplified form of `character`; itself where it has none.
  func simplified(_ character: UInt32) -> UInt32 {
    isTraditional(character) ? UInt32(table[Int(character)]) : character
  }

  /// The view of `text` (UTF-8) for matching: each Traditional character in its Simplified form, and quotation marks so, too.
  ///
  /// Cost: linear; a text in which nothing changes is not copied.
  func callAsFunction(_ text: [UInt8]) -> [UInt8] { view(text) }

  private static func makeTable(_ forms: [CharacterForm]) -> [UInt16] {
    let simplified = (HanTable.embedded ?? HanTable.asked()).simplifiedForms
    var table = [UInt16](repeating: 0, count: 0x1_0000)
    for (index, form) in simplified.enumerated() { table[Int(range.lowerBound) + index] = form }
    for form in forms { table[Int(form.from)] = form.to == form.from ? 0 : form.to }
    return table
  }
}
