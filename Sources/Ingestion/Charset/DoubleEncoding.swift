internal import SourceText

/// UTF-8 that was read as Latin-1 or windows-1252 and written as UTF-8 again: `ç®å` for 算力.
enum DoubleEncoding {
  /// A page is believed to be encoded twice from this many characters on, where nine in ten of those beyond ASCII are.
  private static let leastCharacters = 8

  /// The page with the second encoding undone, and the way back to `utf8`; nil for a page that was encoded once. `utf8` is well formed.
  /// Linear.
  static func undone(_ utf8: [UInt8]) -> (text: [UInt8], map: OffsetMap<DecodedText, PageBytes>)? {
    guard looksDouble(utf8) else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(utf8.count)
    var map = OffsetMap<DecodedText, PageBytes>()
    var offset = 0
    while offset < utf8.count {
      if let found = MisreadCharacter.utf8(in: utf8, at: offset) {
        map.append(.init(from: text.count, to: offset, count: 1, fromWidth: found.bytes.count, toWidth: found.end - offset))
        text += found.bytes
        offset = found.end
      } else {
        let width = utf8.scalar(at: offset).width
        map.append(.init(from: text.count, to: offset, count: width, fromWidth: 1, toWidth: 1))
        text += utf8[offset..<offset + width]
        offset += width
      }
    }
    return (text, map)
  }

  private static func looksDouble(_ utf8: [UInt8]) -> Bool {
    var found = 0
    var others = 0
    var offset = 0
    while offset < utf8.count {
      guard utf8[offset] >= 0x80 else {
        offset += 1
        continue
      }
      if let character = MisreadCharacter.utf8(in: utf8, at: offset) {
        found += 1
        offset = character.end
      } else {
        others += 1
        offset += utf8.scalar(at: offset).width
        // An ordinary page is left after a look at its first characters.
        if others > 40, found < others { return false }
      }
    }
    return found >= leastCharacters && found >= others * 9
  }
}
