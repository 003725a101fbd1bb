internal import Knowledge
internal import SourceText

/// Figures in continental writing: a comma before the decimals, points between the groups.
extension FigureReader {
  /// Where the decimals behind the comma at `offset` end: `5,00` and `1.111,11`; nil where the comma groups or lists.
  ///
  /// Two digits and no more, with nothing that a list of figures would have around them.
  func decimalCommaEnd(at offset: Int, from start: Int, isGrouped: Bool) -> Int? {
    guard source.byte(at: offset) == UInt8(ascii: ","), !source.isChinese else { return nil }
    let end = source.digitsEnd(at: offset + 1)
    guard end - offset == 3 || end - offset == 2 && (isGrouped || multiplierFollows(at: end)) else { return nil }
    let next = source.byte(at: end)
    guard next != UInt8(ascii: ",") && next != UInt8(ascii: ".") || !isDigit(source.byte(at: end + 1)), !isWordByte(next) else {
      return nil
    }
    guard !isGrouped else { return end }
    if next == UInt8(ascii: ",") { return nil }
    let before = source.byte(at: start - 1)
    guard before == 0 || before == 0x20 || before == UInt8(ascii: "$") || before >= 0x80 else { return nil }
    return source.endsPhrase(at: end) || next == 0x20 && !isDigit(source.byte(at: end + 1)) ? end : nil
  }

  /// 1,5 ⟦million⟧
  private func multiplierFollows(at end: Int) -> Bool {
    source.byte(at: end) == 0x20 && source.vocabulary.englishMultipliers.longest(in: source, at: end + 1) != nil
  }

  /// The end of `.500` groups that decimals behind a comma close: 1.234.567,89; nil for any other point.
  func pointGroupsEnd(at offset: Int) -> Int? {
    var end = offset
    while source.byte(at: end) == UInt8(ascii: "."), source.digitsEnd(at: end + 1) == end + 4 { end += 4 }
    return end > offset && decimalCommaEnd(at: end, from: offset, isGrouped: true) != nil ? end : nil
  }
}
