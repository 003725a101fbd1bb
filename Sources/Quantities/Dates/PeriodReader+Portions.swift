internal import Knowledge

/// Quarters and halves.
extension PeriodReader {
  struct Portion {
    var isQuarter: Bool
    var number: Int
    var end: Int

    func of(_ year: Int) -> CalendarPeriod { isQuarter ? .quarter(year, number) : .half(year, number) }
  }

  /// 第一季度, 三季度, 上半年, Q3, H1 at `offset`.
  func quarterMark(at offset: Int) -> Portion? {
    if source.has("上半年", at: offset) { return Portion(isQuarter: false, number: 1, end: offset + 9) }
    if source.has("下半年", at: offset) { return Portion(isQuarter: false, number: 2, end: offset + 9) }
    if source.has("前半年", at: offset) { return Portion(isQuarter: false, number: 1, end: offset + 9) }
    if source.has("后半年", at: offset) { return Portion(isQuarter: false, number: 2, end: offset + 9) }
    let letter = source.byte(at: offset) | 0x20
    if letter == UInt8(ascii: "q") || letter == UInt8(ascii: "h"), isDigit(source.byte(at: offset + 1)),
      !isWordByte(source.byte(at: offset + 2))
    {
      let number = Int(source.byte(at: offset + 1) - 0x30)
      let isQuarter = letter == UInt8(ascii: "q")
      guard (1...(isQuarter ? 4 : 2)).contains(number) else { return nil }
      return Portion(isQuarter: isQuarter, number: number, end: offset + 2)
    }
    let start = source.has("第", at: offset) ? offset + 3 : offset
    guard let (number, end) = smallNumber(at: start), (1...4).contains(number) else { return nil }
    for word in ["个季度", "季度", "季"] where source.has(word, at: end) {
      guard word != "个季度" || start > offset else { continue }
      return Portion(isQuarter: true, number: number, end: end + word.utf8.count)
    }
    return nil
  }
}
