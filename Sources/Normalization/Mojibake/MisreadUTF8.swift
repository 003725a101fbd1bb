import SourceText

/// UTF-8 that was read as Latin-1 or windows-1252: `Ã©`, `â€™`, `Ã¢â‚¬â„¢`.
struct MisreadUTF8 {
  /// How often a text can have been misread over again.
  private static let mostRounds = 3

  let text: [UInt8]
  let piece: Range<Int>

  /// Each character misread; none where two plain signs that make one are as likely meant.
  func places() -> [MendedPlace] {
    var found: [MendedPlace] = []
    var certain = 0
    var doubtful = 0
    var position = piece.lowerBound
    while position < piece.upperBound {
      guard text[position] >= 0xC2, let (bytes, end) = character(at: position, isJoined: found.last?.range.upperBound == position) else {
        position += 1
        continue
      }
      if isPunctuated(position..<end) {
        // It may be meant: AMANHÃ… and été ».
      } else if isCertain(bytes, in: position..<end) {
        certain += 1
      } else {
        doubtful += 1
      }
      found.append(MendedPlace(range: position..<end, utf8: bytes))
      position = end
    }
    guard certain > 0 || doubtful > 2 else { return [] }
    return again(found)
  }

  /// The character misread at `position`; nil where there is none, or the letter stands between quotation marks: “Ã”.
  /// A control of Latin-1 is none but half of one that was misread before: `isJoined` says that another one ends there.
  private func character(at position: Int, isJoined: Bool) -> (bytes: [UInt8], end: Int)? {
    guard let found = MisreadCharacter.utf8(in: text, at: position), found.end <= piece.upperBound else { return nil }
    guard found.bytes.count == 2 else { return found }
    if found.bytes[0] == 0xC2, found.bytes[1] < 0xA0, !isJoined { return nil }
    let isQuoted =
      [0x201D, 0x2019].contains(text.scalar(before: found.end).value) && position > piece.lowerBound
      && [0x201C, 0x2018].contains(text.scalar(before: position).value)
    return isQuoted ? nil : found
  }

  /// `É™`, `Ö–` may be meant. Not so what has a control of Latin-1 in it, three bytes or more, or a letter with an accent of Western
  /// or Eastern Europe, whose first byte reads Ã, Â, Ä or Å.
  private func isCertain(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
    if bytes.count > 2 || hasControl(range) { return true }
    switch bytes[0] {
    case 0xC3: return true
    // `Â` in front of a sign of Latin-1; before letters it is a letter of Romanian, Vietnamese or Portuguese.
    case 0xC2: return bytes[1] >= 0xA0
    case 0xC4, 0xC5: return true
    default: return false
    }
  }

  /// Whether nothing but punctuation stands behind the letter that would be the first byte.
  private func isPunctuated(_ range: Range<Int>) -> Bool {
    var position = range.lowerBound + text.scalar(at: range.lowerBound).width
    while position < range.upperBound {
      let (value, width) = text.scalar(at: position)
      guard [0xA0, 0xAB, 0xBB, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026].contains(value) else { return false }
      position += width
    }
    return true
  }

  private func hasControl(_ range: Range<Int>) -> Bool {
    range.contains { text[$0] == 0xC2 && $0 + 1 < text.count && (0x80...0x9F).contains(text[$0 + 1]) }
  }

  /// `found` with places beside each other joined and what they make read again, while it is misread once more.
  private func again(_ found: [MendedPlace]) -> [MendedPlace] {
    var joined: [MendedPlace] = []
    for place in found {
      if let last = joined.last, last.range.upperBound == place.range.lowerBound {
        joined[joined.count - 1] = MendedPlace(range: last.range.lowerBound..<place.range.upperBound, utf8: last.utf8 + place.utf8)
      } else {
        joined.append(place)
      }
    }
    return joined.map { place in
      var utf8 = place.utf8
      for _ in 1..<MisreadUTF8.mostRounds {
        guard let next = MisreadUTF8(text: utf8, piece: 0..<utf8.count).readOnce() else { break }
        utf8 = next
      }
      return MendedPlace(range: place.range, utf8: utf8)
    }
  }

  /// The text with every character that was misread read right; nil where there is none.
  private func readOnce() -> [UInt8]? {
    var result: [UInt8] = []
    var position = piece.lowerBound
    var isMisread = false
    var lastEnd = -1
    while position < piece.upperBound {
      if let (bytes, end) = character(at: position, isJoined: position == lastEnd) {
        result += bytes
        position = end
        lastEnd = end
        isMisread = true
      } else {
        let width = text.scalar(at: position).width
        result += text[position..<position + width]
        position += width
      }
    }
    return isMisread ? result : nil
  }
}
