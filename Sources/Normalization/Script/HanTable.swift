internal import CCharacterForms
internal import SourceText

/// What ICU says of each Han character of the Basic Multilingual Plane: its reading by `Han-Latin` and what `Hant-Hans`
/// makes of it alone.
///
/// To open ICU's `Han-Latin` takes 74 ms (ICU 72.1), more than a page does. So the program is built with what it said; the
/// table is compiled by `kaozheng knowledge compile` and held against ICU by a test.
package struct HanTable: Sendable {
  /// Han in the Basic Multilingual Plane, the compatibility forms left out.
  static let range: ClosedRange<UInt16> = 0x3400...0x9FFF

  /// By character from the range's start: index into `readings`.
  private var readingIndices: [UInt16]
  /// Distinct readings in NFC, UTF-8; the first is empty, for characters without one.
  private var readings: [[UInt8]]
  /// By character from the range's start: the character that `Hant-Hans` makes of it, zero where it is its own.
  private(set) var simplifiedForms: [UInt16]

  /// The reading of `character`, empty where ICU has none; nil outside the table's range.
  package func reading(of character: UInt32) -> [UInt8]? {
    guard let unit = UInt16(exactly: character), Self.range.contains(unit) else { return nil }
    return readings[Int(readingIndices[Int(unit - Self.range.lowerBound)])]
  }

  // MARK: asked

  /// Asks ICU for every character. Cost: some 150 ms.
  package static func asked() -> HanTable {
    let characters = Array(range)
    let latin = answers(to: characters, by: UnicodeTransform("Han-Latin"))
    let simplified = answers(to: characters, by: UnicodeTransform("Hant-Hans"))
    var table = HanTable(readingIndices: [], readings: [[]], simplifiedForms: [])
    var known: [[UInt8]: UInt16] = [[]: 0]
    for (index, unit) in characters.enumerated() {
      let letters = latin[index].first == unit ? [] : Array(String(decoding: latin[index], as: UTF16.self).utf8)
      let place = known[letters] ?? UInt16(table.readings.count)
      if known[letters] == nil {
        known[letters] = place
        table.readings.append(letters)
      }
      table.readingIndices.append(place)
      let form = simplified[index]
      table.simplifiedForms.append(form.count == 1 && form[0] != unit && range.contains(form[0]) ? form[0] : 0)
    }
    return table
  }

  /// What `transform` makes of each character, given one a line so that none meets another.
  private static func answers(to characters: [UInt16], by transform: UnicodeTransform) -> [[UInt16]] {
    let lines = transform(characters.flatMap { [$0, 0x0A] }).split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.prefix(characters.count).map { line in
      let word = line.drop { $0 == 0x20 }
      return Array(word.prefix { $0 != 0x20 })
    }
  }

  // MARK: the embedded bytes

  /// The table as bytes: two little-endian numbers of 16 bits for each character, then the readings, each behind its length.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for (index, form) in zip(readingIndices, simplifiedForms) {
      bytes += [UInt8(index & 0xFF), UInt8(index >> 8), UInt8(form & 0xFF), UInt8(form >> 8)]
    }
    for reading in readings { bytes += [UInt8(reading.count)] + reading }
    return bytes
  }

  /// The table that the program was built with; nil where it was built without.
  package static let embedded: HanTable? = {
    guard let start = unsafe kz_character_forms() else { return nil }
    return HanTable(unsafe Array(UnsafeBufferPointer(start: start, count: kz_character_forms_size())))
  }()

  /// Reads bytes made by `bytes`; nil for others.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count > Self.range.count * 4 else { return nil }
    let pairs = 0..<Self.range.count
    readingIndices = pairs.map { UInt16(bytes[$0 * 4]) | UInt16(bytes[$0 * 4 + 1]) << 8 }
    simplifiedForms = pairs.map { UInt16(bytes[$0 * 4 + 2]) | UInt16(bytes[$0 * 4 + 3]) << 8 }
    readings = []
    var position = Self.range.count * 4
    while position < bytes.count {
      let end = position + 1 + Int(bytes[position])
      guard end <= bytes.count else { return nil }
      readings.append(Array(bytes[position + 1..<end]))
      position = end
    }
    guard readingIndices.allSatisfy({ Int($0) < readings.count }) else { return nil }
  }

  private init(readingIndices: [UInt16], readings: [[UInt8]], simplifiedForms: [UInt16]) {
    self.readingIndices = readingIndices
    self.readings = readings
    self.simplifiedForms = simplifiedForms
  }
}
