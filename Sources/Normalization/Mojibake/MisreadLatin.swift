import SourceText

/// GBK that was read as Latin-1 or windows-1252: `ÈË¹¤ÖÇÄÜ` for 人工智能.
struct MisreadLatin {
  /// Characters of two bytes that a stretch must have, and how many in ten of them must be everyday ones.
  private static let fewestCharacters = 3
  private static let everydayInTen = 6

  let text: [UInt8]
  let piece: Range<Int>
  let table: DoubleByteTable
  let model: CharacterModel
  let fold: SimplifiedFold

  /// A stretch of characters of two bytes.
  private struct Stretch {
    var place: MendedPlace
    var han = 0
    var everyday = 0

    /// Whether it is convincing by itself.
    var isConvincing: Bool {
      han >= MisreadLatin.fewestCharacters && everyday * 10 >= han * MisreadLatin.everydayInTen
    }
  }

  /// The stretches that are GBK misread, in text order: all where one is convincing, or where they are so together.
  func places() -> [MendedPlace] {
    var stretches: [Stretch] = []
    var position = piece.lowerBound
    while position < piece.upperBound {
      if text[position] >= 0xC2, let stretch = stretch(from: position) {
        stretches.append(stretch)
        position = stretch.place.range.upperBound
      } else {
        position += text.scalar(at: position).width
      }
    }
    var sum = Stretch(place: MendedPlace(range: piece, utf8: []))
    for stretch in stretches {
      sum.han += stretch.han
      sum.everyday += stretch.everyday
    }
    return sum.isConvincing || stretches.contains(where: \.isConvincing) ? stretches.map(\.place) : []
  }

  private func stretch(from start: Int) -> Stretch? {
    var stretch = Stretch(place: MendedPlace(range: start..<start, utf8: []))
    var position = start
    while let (character, end) = character(at: position) {
      stretch.place.utf8 += Array(String(Character(Unicode.Scalar(character) ?? "\u{FFFD}")).utf8)
      if isHan(character) {
        stretch.han += 1
        if model.isEveryday(fold.simplified(character)) { stretch.everyday += 1 }
      }
      position = end
    }
    stretch.place.range = start..<position
    return position > start ? stretch : nil
  }

  /// The character that two characters at `start` are the bytes of.
  private func character(at start: Int) -> (character: UInt32, end: Int)? {
    guard start < piece.upperBound, text[start] >= 0x80 else { return nil }
    let (first, width) = text.scalar(at: start)
    guard let lead = MisreadCharacter.byte(for: first), lead > 0x80, start + width < piece.upperBound else { return nil }
    let (second, secondWidth) = text.scalar(at: start + width)
    let trail = (0x40...0x7E).contains(second) ? UInt8(second) : MisreadCharacter.byte(for: second)
    guard let trail, let character = table.character(lead: lead, trail: trail), !(0xE000...0xF8FF).contains(character) else { return nil }
    return (character, start + width + secondWidth)
  }
}
