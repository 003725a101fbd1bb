import ClaimModel
import SourceText

/// Reads text again that was read in a charset it was not written in, line by line; leaves a line alone that shows no such damage.
///
/// The kinds that are undone, each by evidence of its own: UTF-8 read as Latin-1 or windows-1252, once or more; UTF-8 read as GBK;
/// GBK read as Latin-1. Where bytes are gone, U+FFFD stands for them.
final class MojibakeRepair {
  private lazy var table = DoubleByteTable(decoder: CharsetDecoder())
  private lazy var model = CharacterModel()
  private let fold: SimplifiedFold
  /// Whether a UTF-16 unit is a GBK character whose bytes begin a character of UTF-8.
  private lazy var beginsUTF8 = makeBeginnings()

  init(fold: SimplifiedFold) { self.fold = fold }

  /// `text` repaired within each of `pieces`, which are in ascending order, do not overlap and cover it; nil where nothing was.
  /// Cost: linear.
  func callAsFunction(_ text: [UInt8], pieces: [Range<Int>]) -> StepText? {
    var result = StepText(.mojibake)
    for piece in pieces where isSuspect(text, in: piece) {
      for place in places(in: text, piece) {
        result.replace(place.range, of: text, with: place.utf8, as: place.isLoss ? .lost : .mojibake)
      }
    }
    return result.finished(text)
  }

  /// Whether a piece holds a character that the damage leaves: most texts end here.
  private func isSuspect(_ text: [UInt8], in piece: Range<Int>) -> Bool {
    var position = piece.lowerBound
    while position < piece.upperBound {
      let lead = text[position]
      guard lead >= 0xC2 else {
        position += 1
        continue
      }
      let (value, width) = text.scalar(at: position)
      if width == 2 ? isHigh(value) && isHigh(at: position + width, in: text) : value < 0x1_0000 && beginsUTF8[Int(value)] { return true }
      if value == 0x20AC || value == 0x201A || value == 0x2C6, isHigh(at: position + width, in: text) { return true }
      position += width
    }
    return false
  }

  /// Whether a character is one of the upper half of Latin-1 or windows-1252.
  private func isHigh(_ value: UInt32) -> Bool { MisreadCharacter.byte(for: value) != nil }
  private func isHigh(at position: Int, in text: [UInt8]) -> Bool { position < text.count && isHigh(text.scalar(at: position).value) }

  private func places(in text: [UInt8], _ piece: Range<Int>) -> [MendedPlace] {
    // Some pairs of GBK bytes are a character of UTF-8, and the other way round: what accounts for more of the piece is right.
    let single = MisreadUTF8(text: text, piece: piece).places()
    let latin = MisreadLatin(text: text, piece: piece, table: table, model: model, fold: fold).places()
    if !single.isEmpty || !latin.isEmpty { return length(of: latin) > length(of: single) ? latin : single }
    return MisreadGBK(text: text, piece: piece, table: table) { [model, fold] in model.isEveryday(fold.simplified($0)) }.places()
  }

  private func length(of places: [MendedPlace]) -> Int { places.reduce(0) { $0 + $1.range.count } }

  private func makeBeginnings() -> [Bool] {
    var beginnings = [Bool](repeating: false, count: 0x1_0000)
    for lead in UInt8(0xC2)...0xEF where lead <= 0xC5 || lead >= 0xE2 {
      for trail in UInt8(0x80)...0xBF {
        if let character = table.character(lead: lead, trail: trail) { beginnings[Int(character)] = true }
      }
    }
    return beginnings
  }
}

/// A stretch read again.
struct MendedPlace {
  var range: Range<Int>
  var utf8: [UInt8]

  /// Whether U+FFFD is in it.
  var isLoss: Bool { utf8.hasBytes([0xEF, 0xBF, 0xBD], in: 0..<utf8.count) }
}
