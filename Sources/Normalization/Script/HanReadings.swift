import SourceText

/// The readings of Han characters as ICU's `Han-Latin` gives them: those in the table from there, others asked for once.
final class HanReadings {
  private let table = HanTable.embedded
  private lazy var hanToLatin = UnicodeTransform("Han-Latin")
  private lazy var composed = UnicodeTransform("NFC")
  private var known: [UInt32: [UInt8]] = [:]

  /// The one reading of `character` in NFC, UTF-8; empty where ICU has none.
  func reading(of character: UInt32) -> [UInt8] {
    if let reading = table?.reading(of: character) { return reading }
    if let reading = known[character] { return reading }
    let reading = asked(character)
    known[character] = reading
    return reading
  }

  /// Whether `written` (UTF-8, in any normal form) is the reading of `character`.
  func isReading(_ written: ArraySlice<UInt8>, of character: UInt32) -> Bool {
    let reading = reading(of: character)
    guard !reading.isEmpty else { return false }
    return written.elementsEqual(reading) || composedForm(of: written).elementsEqual(reading)
  }

  /// `written` in NFC; the same bytes where it has no combining mark (U+0300 to U+036F).
  func composedForm(of written: ArraySlice<UInt8>) -> [UInt8] {
    guard written.contains(where: { $0 == 0xCC || $0 == 0xCD }) else { return Array(written) }
    let units = Array(String(decoding: written, as: UTF8.self).utf16)
    return Array(String(decoding: composed(units), as: UTF16.self).utf8)
  }

  /// 〇 and the compatibility ideographs, which the table lacks, are not asked for: among the characters that a `?` may stand for they
  /// always are, and to ask costs 74 ms.
  private func asked(_ character: UInt32) -> [UInt8] {
    guard isHan(character), character > 0xFFFF, let scalar = Unicode.Scalar(character) else { return [] }
    let text = String(decoding: hanToLatin(Array(String(scalar).utf16)), as: UTF16.self)
    guard text.unicodeScalars.first != scalar else { return [] }
    return Array(text.utf8)
  }
}
