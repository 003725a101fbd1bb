internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Reads dates and periods: 2023年7月, 2023-08-09, August 9, 2023, Q3 2024, 90年代, 去年.
struct PeriodReader {
  let source: Source
  let reference: CalendarDay?

  struct Period {
    var range: Range<Int>
    var calendar: CalendarPeriod
    var isRelative = false
    var rule: String
  }

  enum Found {
    case period(Period)
    /// A period that only a reference date would resolve.
    case unresolved(Range<Int>)
  }

  /// The period that begins at `start`; nothing before `floor` is looked at.
  func read(at start: Int, floor: Int) -> Found? {
    let byte = source.byte(at: start)
    if isDigit(byte) { return digits(at: start, floor: floor) }
    if isLetter(byte) { return english(at: start) }
    return han(at: start)
  }

  private func digits(at start: Int, floor: Int) -> Found? {
    guard !isWordByte(source.byte(at: start - 1)) else { return nil }
    let end = source.digitsEnd(at: start)
    if end - start == 4, let year = source.integer(in: start..<end), (1000...2999).contains(year) {
      return fourDigits(year, start..<end, floor: floor)
    }
    if end - start == 2, source.byte(at: start) == 0x30, let number = source.integer(in: start..<end), source.has("年", at: end),
      !source.has("年代", at: end)
    {
      return .period(chineseYear(2000 + number, from: start, at: end + 3, rule: "short year"))
    }
    if end - start <= 2, let number = source.integer(in: start..<end) {
      return twoDigits(number, start..<end)
    }
    if end - start <= 3, source.has("年", at: end), let found = minguo(start..<end, floor: floor) { return found }
    return nil
  }

  /// A number up to 31 in figures or Chinese.
  func smallNumber(at offset: Int) -> (value: Int, end: Int)? {
    let end = source.digitsEnd(at: offset)
    if end > offset { return end - offset <= 2 ? source.integer(in: offset..<end).map { ($0, end) } : nil }
    guard source.byte(at: offset) >= 0xE3, source.character(at: offset) != "两" else { return nil }
    var position = offset
    var tens = 0
    var ones: Int?
    var hasTen = false
    for _ in 0..<3 {
      switch ChineseSign(source.character(at: position)) {
      case .digit(let digit) where ones == nil: ones = digit
      case .power(1) where !hasTen:
        tens = ones ?? 1
        ones = nil
        hasTen = true
      case .tens(let value) where !hasTen && ones == nil:
        tens = value
        hasTen = true
      default:
        guard position > offset else { return nil }
        return (tens * 10 + (ones ?? 0), position)
      }
      position = source.next(position)
    }
    return (tens * 10 + (ones ?? 0), position)
  }
}
