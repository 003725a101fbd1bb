import SourceText

/// Traditional folded to Simplified one character for one, byte offsets unchanged.
///
/// The table is what ICU's `Hant-Hans` does to each character alone, three UTF-8 bytes to three, with the exceptions below.
/// Words of a region (軟體, 軟件) are aliases of the lexicon, not a matter of script.
final class SimplifiedFold {
  /// Simplified form of each UTF-16 unit; zero where it is its own. Built at the first character that asks.
  private lazy var table = SimplifiedFold.makeTable()

  /// Whether a UTF-16 unit is the Simplified form of another one.
  private lazy var isImage = table.reduce(into: [Bool](repeating: false, count: table.count)) { $0[Int($1)] = $1 != 0 }

  private static let range = HanTable.range

  /// Whether `character` has a Simplified form that is another character.
  func isTraditional(_ character: UInt32) -> Bool {
    guard let unit = UInt16(exactly: character), SimplifiedFold.range.contains(unit) else { return false }
    return table[Int(unit)] != 0
  }

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

  /// `text` with each Traditional character in its Simplified form. Cost: linear.
  func callAsFunction(_ text: [UInt8]) -> [UInt8] {
    var view = text
    var position = 0
    while position < text.count {
      let lead = text[position]
      guard lead >= 0xE3, lead <= 0xE9 else {
        position += 1
        continue
      }
      let (value, width) = text.scalar(at: position)
      if width == 3, let simple = simplifiedUnit(value, at: position, in: text) {
        view[position] = 0xE0 | UInt8(simple >> 12)
        view[position + 1] = 0x80 | UInt8(simple >> 6 & 0x3F)
        view[position + 2] = 0x80 | UInt8(simple & 0x3F)
      }
      position += width
    }
    return view
  }

  private func simplifiedUnit(_ value: UInt32, at position: Int, in text: [UInt8]) -> UInt16? {
    guard isTraditional(value) else { return nil }
    if let words = SimplifiedFold.keptInWords[value] {
      let previous = position > 0 ? text.scalar(before: position).value : 0
      let next = position + 3 < text.count ? text.scalar(at: position + 3).value : 0
      if words.after.contains(previous) || words.before.contains(next) { return nil }
    }
    return table[Int(value)]
  }

  private static func makeTable() -> [UInt16] {
    let forms = (HanTable.embedded ?? HanTable.asked()).simplifiedForms
    var table = [UInt16](repeating: 0, count: 0x1_0000)
    for (index, form) in forms.enumerated() { table[Int(range.lowerBound) + index] = form }
    for (traditional, simple) in exceptions { table[Int(traditional)] = simple == traditional ? 0 : simple }
    return table
  }
}
