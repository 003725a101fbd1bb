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
  /// By UTF-16 unit: how many bytes the UTF-8 character has that its GBK bytes begin, 3 for more; 0 where they begin none.
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
      let end = position + width
      let isSuspect = width == 2 ? isHigh(value) && isHigh(at: end, in: text) : isMisread(value, in: position..<end, of: text)
      if isSuspect { return true }
      if value == 0x20AC || value == 0x201A || value == 0x2C6, isHigh(at: position + width, in: text) { return true }
      position += width
    }
    return false
  }

  /// Whether `value` is a GBK character that begins a character of UTF-8: those of three bytes or more are rare ones, the others count
  /// beside ASCII alone.
  private func isMisread(_ value: UInt32, in range: Range<Int>, of text: [UInt8]) -> Bool {
    guard value < 0x1_0000 else { return false }
    switch beginsUTF8[Int(value)] {
    case 0: return false
    case 2: return text[max(0, range.lowerBound - 1)] < 0x80 || (range.upperBound < text.count && text[range.upperBound] < 0x80)
    default: return true
    }
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

  private func makeBeginnings() -> [UInt8] {
    var beginnings = [UInt8](repeating: 0, count: 0x1_0000)
    for lead in DoubleByteTable.leads {
      for trail in UInt8(0x80)...0xBF where MisreadGBK.mayBegin(.init(lead: lead, trail: trail)) {
        if let character = table.character(lead: lead, trail: trail) { beginnings[Int(character)] = lead >= 0xE0 ? 3 : 2 }
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
