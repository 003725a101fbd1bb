internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Dates in Chinese.
extension DateReader {
  /// 2016年11月七日, 二零一六年, 十一月七号, 七日, 07年; each part as far as it is written.
  func chinese(at start: Int) -> Found? {
    var date = PartialDate()
    var end = start
    if let year = chineseYear(at: start, into: &date) { end = year }
    let inner = date.year == nil ? start : source.spacesEnd(at: source.skipping(["的"], at: end))
    if let month = chineseMonth(at: inner) {
      date.month = month.value
      end = month.end
      if let day = chineseDay(at: source.spacesEnd(at: source.skipping(["的"], at: month.end))) {
        if isDay(day.value, date) {
          date.day = day.value
          end = day.end
        }
      }
    } else if date.year == nil, let day = chineseDay(at: start), isBareDay(day.end, from: start) {
      date.day = day.value
      end = day.end
    }
    guard end > start else { return nil }
    return Found([date], to: end, rule: "Chinese date")
  }

  /// Whether the month of `date` has such a day in its year, or in any.
  private func isDay(_ day: Int, _ date: PartialDate) -> Bool {
    CalendarDay(year: date.year ?? 2000, month: date.month ?? 1, day: day) != nil
  }

  /// Four digits or signs with 年 behind them, or two of figures; the end of 年.
  private func chineseYear(at start: Int, into date: inout PartialDate) -> Int? {
    var position = start
    var value = 0
    var count = 0
    while count < 4 {
      if case .digit(let digit) = ChineseSign(source.character(at: position)), source.character(at: position) != "两" {
        value = value * 10 + digit
      } else if isDigit(source.byte(at: position)) {
        value = value * 10 + Int(source.byte(at: position) - 0x30)
      } else {
        break
      }
      count += 1
      position = source.next(position)
    }
    let mark = source.spacesEnd(at: position)
    guard source.has("年", at: mark), !source.has("年代", at: mark) else { return nil }
    if count == 4, (1500...2199).contains(value) {
      date.year = value
    } else if count == 2, source.byte(at: start) == 0x30 || chineseMonth(at: mark + 3) != nil {
      date.setShortYear(value, reference: reference)
      date.otherYear = nil
    } else {
      return nil
    }
    return mark + 3
  }

  /// 11月, 十一月份; 个月 is a length.
  private func chineseMonth(at offset: Int) -> (value: Int, end: Int)? {
    guard let (value, end) = PeriodReader(source: source, reference: reference).smallNumber(at: offset), (1...12).contains(value) else {
      return nil
    }
    let mark = source.spacesEnd(at: end)
    guard source.has("月", at: mark) else { return nil }
    return (value, source.has("月份", at: mark) ? mark + 6 : mark + 3)
  }

  /// 7日, 二十七号.
  func chineseDay(at offset: Int) -> (value: Int, end: Int)? {
    guard let (value, end) = PeriodReader(source: source, reference: reference).smallNumber(at: offset), (1...31).contains(value) else {
      return nil
    }
    let mark = source.spacesEnd(at: end)
    return source.has("日", at: mark) || source.has("号", at: mark) ? (value, mark + 3) : nil
  }

  /// Whether 7日 alone is a date, not a length of time or a name: 30日内, 10日均线, 12号楼.
  private func isBareDay(_ end: Int, from start: Int) -> Bool {
    guard source.has("日", at: end - 3), isDigit(source.byte(at: start)) else { return false }
    return !["内", "以", "之", "元", "圆", "均", "本", "游", "后"].contains { source.has($0, at: end) }
  }
}
