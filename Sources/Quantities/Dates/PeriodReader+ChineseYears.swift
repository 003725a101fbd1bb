internal import ClaimModel

/// A Chinese year with what stands behind it: 2023年7月, 2016年至2018年, 8月9日至11日.
extension PeriodReader {
  /// A year with the month, day, quarter or half behind it, and the end of a range where one follows.
  func chineseYear(_ year: Int, from start: Int, at offset: Int, rule: String, isRelative: Bool = false) -> Period {
    var first = Period(range: start..<offset, calendar: .year(year), isRelative: isRelative, rule: rule)
    let inner = source.has("的", at: offset) ? offset + 3 : source.skippingSpace(at: offset)
    if let month = monthAndDay(year: year, at: inner) {
      first.calendar = month.calendar
      first.range = start..<month.end
      return throughMonth(first, year: year)
    }
    if let quarter = quarterMark(at: inner) {
      first.calendar = quarter.of(year)
      first.range = start..<quarter.end
      return first
    }
    return throughYear(first)
  }

  /// 2016年至2018年.
  private func throughYear(_ first: Period) -> Period {
    guard !first.isRelative, let second = rangeStart(at: first.range.upperBound) else { return first }
    let end = source.digitsEnd(at: second)
    guard end - second == 4, let year = source.integer(in: second..<end), source.has("年", at: source.skippingSpace(at: end)) else {
      return first
    }
    let last = chineseYearEnd(year, at: source.skippingSpace(at: end) + 3)
    guard let before = first.calendar.firstDay, let after = last.calendar.firstDay, before.description < after.description else {
      return first
    }
    return Period(range: first.range.lowerBound..<last.end, calendar: first.calendar.through(last.calendar), rule: "range of years")
  }

  private func chineseYearEnd(_ year: Int, at offset: Int) -> (calendar: CalendarPeriod, end: Int) {
    if let month = monthAndDay(year: year, at: offset) { return month }
    return (.year(year), offset)
  }

  /// 2023年1月至3月, 8月9日至11日.
  private func throughMonth(_ first: Period, year: Int) -> Period {
    guard let second = rangeStart(at: first.range.upperBound) else { return first }
    let end = source.digitsEnd(at: second)
    if end - second == 4, let next = source.integer(in: second..<end), source.has("年", at: source.skippingSpace(at: end)) {
      let last = chineseYearEnd(next, at: source.skippingSpace(at: end) + 3)
      return Period(range: first.range.lowerBound..<last.end, calendar: first.calendar.through(last.calendar), rule: "range of dates")
    }
    var last = monthAndDay(year: year, at: second)
    if last == nil, let day = first.calendar.firstDay, let (number, stop) = smallNumber(at: second), source.has("日", at: stop) {
      last = CalendarDay(year: day.year, month: day.month, day: number).map { (.day($0), stop + 3) }
    }
    guard let last, let before = first.calendar.firstDay, let after = last.calendar.firstDay, before.description < after.description else {
      return first
    }
    return Period(
      range: first.range.lowerBound..<last.end, calendar: first.calendar.through(last.calendar), isRelative: first.isRelative,
      rule: "range of dates")
  }

  /// 7月, 7月份, 8月9日; also the first month of 1-3月 with the last.
  func monthAndDay(year: Int, at offset: Int) -> (calendar: CalendarPeriod, end: Int)? {
    guard let (month, end) = smallNumber(at: offset), (1...12).contains(month) else { return nil }
    let apart = source.skippingSpace(at: end)
    if !source.has("月", at: apart) {
      guard let second = rangeStart(at: end), let (last, stop) = smallNumber(at: second), source.has("月", at: stop), month < last,
        last <= 12
      else { return nil }
      return (CalendarPeriod.month(year, month).through(.month(year, last)), stop + (source.has("月份", at: stop) ? 6 : 3))
    }
    var stop = apart + (source.has("月份", at: apart) ? 6 : 3)
    if let (number, dayEnd) = smallNumber(at: source.skippingSpace(at: stop)), let day = CalendarDay(year: year, month: month, day: number)
    {
      let mark = source.skippingSpace(at: dayEnd)
      if source.has("日", at: mark) || source.has("号", at: mark) { return (.day(day), mark + 3) }
    }
    if source.has("月底", at: apart) || source.has("月初", at: apart) { stop = apart + 3 }
    return (.month(year, month), stop)
  }
}
