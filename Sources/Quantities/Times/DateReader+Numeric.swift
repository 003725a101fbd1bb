internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Dates in figures alone.
extension DateReader {
  /// 2016-11-7, 2019/aug/01, 20161107, 2016 11 07, 7/11/2016, 11/7, 12-2015.
  func numeric(at start: Int) -> Found? {
    let end = source.digitsEnd(at: start)
    switch end - start {
    case 8: return compact(start..<end)
    case 4: return yearFirst(start..<end)
    case 1, 2: return shortFirst(start..<end)
    default: return nil
    }
  }

  /// 20161107.
  private func compact(_ range: Range<Int>) -> Found? {
    let start = range.lowerBound
    guard !isWordByte(source.byte(at: range.upperBound)), let year = source.integer(in: start..<start + 4), (1900...2100).contains(year),
      let month = source.integer(in: start + 4..<start + 6), let day = source.integer(in: start + 6..<start + 8),
      CalendarDay(year: year, month: month, day: day) != nil
    else { return nil }
    return Found([PartialDate(year: year, month: month, day: day)], to: range.upperBound, rule: "eight digits")
  }

  /// 2016-11-7, 2016/11, 2020/23/Sep, 2016 11 07.
  private func yearFirst(_ range: Range<Int>) -> Found? {
    let mark = source.byte(at: range.upperBound)
    guard isMark(mark) || mark == 0x20, let year = year(at: range.lowerBound), let second = field(at: range.upperBound + 1) else {
      return nil
    }
    guard source.byte(at: second.end) == mark, let third = field(at: second.end + 1) else {
      guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/"), !second.isName, (1...12).contains(second.value), endsDate(second.end)
      else {
        return nil
      }
      return Found([PartialDate(year: year.value, month: second.value)], to: second.end, rule: "year and month")
    }
    guard endsDate(third.end), mark != 0x20 || !second.isName && third.end - second.end == 3 && second.end - range.upperBound == 3,
      second.isName || third.isName || second.value <= 12
    else { return nil }
    let (month, day) = third.isName ? (third.value, second.value) : (second.value, third.value)
    guard CalendarDay(year: year.value, month: month, day: day) != nil, !(second.isName && third.isName) else { return nil }
    return Found([PartialDate(year: year.value, month: month, day: day)], to: third.end, rule: "numeric date")
  }

  /// 7/11/2016, 7/11/16, 10-1-2018, 11/7, 11/7, 2020; 12-2015.
  private func shortFirst(_ range: Range<Int>) -> Found? {
    let mark = source.byte(at: range.upperBound)
    guard isMark(mark), let first = source.integer(in: range), first > 0 else { return nil }
    if mark != UInt8(ascii: "."), first <= 12, let year = year(at: range.upperBound + 1), endsDate(year.end), isOwnMonth(range) {
      return Found([PartialDate(year: year.value, month: first)], to: year.end, rule: "month and year")
    }
    guard let second = field(at: range.upperBound + 1), !second.isName, second.value > 0 else { return nil }
    let dates = orders(first, second.value)
    guard !dates.isEmpty else { return nil }
    if source.byte(at: second.end) == mark, let found = withYear(dates, at: second.end + 1, mark: mark) { return found }
    guard endsDate(second.end) else { return nil }
    switch mark {
    case UInt8(ascii: "/"): guard !isMeasured(second.end) else { return nil }
    case UInt8(ascii: "."):
      guard source.hasOne(of: ["on", "date"], before: range.lowerBound) || dayOfWeekStands(before: range.lowerBound) else { return nil }
    default: return nil
    }
    let next = source.byte(at: second.end) == UInt8(ascii: ",") ? source.spacesEnd(at: second.end + 1) : source.spacesEnd(at: second.end)
    if let year = year(at: next), isDigit(source.byte(at: next)) {
      return Found(dates.map { dated($0, year.value) }, to: year.end, rule: "numeric date")
    }
    return Found(dates, to: second.end, rule: "month and day in figures")
  }

  /// 12-2015, but not the digits of a telephone number.
  private func isOwnMonth(_ range: Range<Int>) -> Bool { source.byte(at: range.lowerBound - 1) != UInt8(ascii: "-") }

  /// The dates that two numbers may be, with the year in figures at `offset`.
  private func withYear(_ dates: [PartialDate], at offset: Int, mark: UInt8) -> Found? {
    let end = source.digitsEnd(at: offset)
    guard let number = source.integer(in: offset..<end), endsDate(end) else { return nil }
    if end - offset == 4, (1500...2199).contains(number) {
      let valid = dates.map { dated($0, number) }.filter { !$0.choices(seenFrom: nil).isEmpty }
      return valid.isEmpty ? nil : Found(valid, to: end, rule: "numeric date")
    }
    guard end - offset == 2, mark != UInt8(ascii: ".") || dates.count == 1 else { return nil }
    let short = dates.map { date in
      var date = date
      date.setShortYear(number, reference: reference)
      return date
    }
    return Found(short, to: end, rule: "numeric date, short year")
  }

  private func dated(_ date: PartialDate, _ year: Int) -> PartialDate {
    var date = date
    date.year = year
    return date
  }

  /// Month and day in the orders that are possible: the American one first in English, the other first in Chinese.
  private func orders(_ first: Int, _ second: Int) -> [PartialDate] {
    let american = first <= 12 && second <= 31 ? PartialDate(month: first, day: second) : nil
    let other = second <= 12 && first <= 31 && first != second ? PartialDate(month: second, day: first) : nil
    return [american, other].compactMap { $0 }
  }

  /// One or two digits, or the name of a month.
  private func field(at offset: Int) -> (value: Int, end: Int, isName: Bool)? {
    if let month = month(at: offset) { return (month.value, month.end, true) }
    let end = source.digitsEnd(at: offset)
    guard (1...2).contains(end - offset), let value = source.integer(in: offset..<end) else { return nil }
    return (value, end, false)
  }

  private func isMark(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") }

  /// Whether nothing goes on at `end` that would make the figures something else.
  private func endsDate(_ end: Int) -> Bool {
    let next = source.byte(at: end)
    if next == UInt8(ascii: "-") { return true }
    if isMark(next) || next == UInt8(ascii: ":") { return !isWordByte(source.byte(at: end + 1)) }
    return !isWordByte(next) && next != UInt8(ascii: "%")
  }

  /// Whether a fraction is of something: 1/2 cup, 3/4 of it.
  private func isMeasured(_ end: Int) -> Bool {
    let next = source.spacesEnd(at: end)
    if next > end, source.hasWord("of", at: next) { return month(at: source.spacesEnd(at: next + 2)) == nil }
    guard let unit = UnitReader(source: source).entry(at: next, afterDigits: false) else { return false }
    return unit.entry.usage == .measure || unit.entry.usage == .noun
  }

  private func dayOfWeekStands(before offset: Int) -> Bool {
    guard source.byte(at: offset - 1) == 0x20 else { return false }
    var start = offset - 1
    while start > 0, isLetter(source.byte(at: start - 1)), offset - start < 12 { start -= 1 }
    return source.timeWord(.weekday, at: start)?.end == offset - 1
  }
}
