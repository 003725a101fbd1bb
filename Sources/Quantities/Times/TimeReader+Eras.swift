internal import ClaimModel
internal import Knowledge

/// Years of eras and decades by their names.
extension TimeReader {
  /// 康熙三年五月, 昭和20年, 贞观元年.
  func era(at start: Int) -> TimeReading? {
    guard source.byte(at: start) >= 0xE3, let word = source.timeWord(.era, at: start) else { return nil }
    let next = source.spacesEnd(at: word.end)
    let first = source.has("元年", at: next) ? (value: 1, end: next + 3) : periods.smallNumber(at: next)
    guard let first, source.has("年", at: first.end), !source.has("年间", at: first.end), first.value > 0 else { return nil }
    let year = word.number + first.value - 1
    guard let date = dates.chinese(at: source.spacesEnd(at: first.end + 3)), let month = date.dates[0].month, date.dates[0].year == nil
    else {
      return TimeReading(start..<first.end + 3, [.year(year)], rule: "year of an era")
    }
    var period =
      date.dates[0].day.flatMap { CalendarDay(year: year, month: month, day: $0) }.map { CalendarPeriod.day($0) } ?? .month(year, month)
    let anchor = period.edtf
    // Before 1873 months of eras are those of the moon: about the month of the same number.
    if year < 1873 { period.edtf += "~" }
    var reading = TimeReading(start..<date.end, [period], rule: "month of an era")
    reading.anchor = anchor
    return reading
  }

  /// 农历八月十五, 正月初一, 公元前221年: dates of another calendar, which have no place in this one.
  func otherCalendar(at start: Int) -> Range<Int>? {
    guard source.byte(at: start) >= 0xE3, let end = source.end(ofOneOf: Self.otherCalendars, at: start) else { return nil }
    var position = end
    for _ in 0..<3 {
      let first = source.has("初", at: position) ? position + 3 : source.spacesEnd(at: position)
      let digits = source.digitsEnd(at: first)
      guard let stop = digits > first ? digits : periods.smallNumber(at: first)?.end else { break }
      position = source.end(ofOneOf: ["世纪", "年", "月", "日", "号"], at: stop) ?? stop
    }
    return start..<position
  }

  private static let otherCalendars = ["农历", "阴历", "旧历", "公元前", "大年", "正月", "腊月"]

  /// nineties, the eighties, the 90s, '90s.
  func decade(at start: Int) -> TimeReading? {
    let first = source.byte(at: start) == UInt8(ascii: "'") ? start + 1 : start
    let end = source.digitsEnd(at: first)
    if end - first == 2, source.byte(at: end - 1) == UInt8(ascii: "0"), let tens = source.integer(in: first..<end),
      source.hasOne(of: ["the", "early", "late", "mid", "mid-"], before: start),
      let stop = source.end(ofOneOf: ["s"], at: end) ?? (source.has("s", at: end) && !isWordByte(source.byte(at: end + 1)) ? end + 1 : nil)
    {
      return decade(tens, start..<stop)
    }
    let names = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]
    for (index, name) in names.enumerated() where source.hasWord(name, at: start) {
      return decade(10 * index + 20, start..<start + name.utf8.count)
    }
    return nil
  }

  /// The last decade of its number that has begun, and the one a hundred years on.
  private func decade(_ tens: Int, _ range: Range<Int>) -> TimeReading {
    let year = reference?.year ?? 2020
    let recent = year / 100 * 100 + tens
    let last = recent > year ? recent - 100 : recent
    return TimeReading(range, [.decade(last), .decade(last + 100)], rule: "decade by its name")
  }
}
