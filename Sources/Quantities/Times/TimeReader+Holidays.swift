internal import ClaimModel
internal import Knowledge

/// Holidays and seasons.
extension TimeReader {
  /// The holiday at `offset` in a year that was named before it: 2018年国庆节, last year's Christmas.
  func holiday(at offset: Int, in year: Int, from start: Int) -> TimeReading? {
    guard let word = source.timeWord(.holiday, .movableHoliday, .dayAfterHoliday, .easterHoliday, at: offset),
      let day = Holiday(kind: word.kind, number: word.number).day(in: year)
    else { return nil }
    return TimeReading(start..<word.end, [.day(day)], rule: "holiday of a year")
  }

  /// Halloween, 国庆节, black friday 2010: of the year behind it, or the last and the next one.
  func holiday(at start: Int) -> TimeReading? {
    guard let word = source.timeWord(.holiday, .movableHoliday, .dayAfterHoliday, .easterHoliday, at: start) else { return nil }
    let next = source.skipping(["of", "in", ","], at: source.spacesEnd(at: word.end))
    if let year = dates.year(at: next), let day = Holiday(kind: word.kind, number: word.number).day(in: year.value) {
      return TimeReading(start..<year.end, [.day(day)], rule: "holiday and year")
    }
    guard let reference else { return nil }
    let days = (-1...1).compactMap { Holiday(kind: word.kind, number: word.number).day(in: reference.year + $0) }
    let choices = [days.last { $0 <= reference }, days.first { $0 > reference }].compactMap { $0 }
    return TimeReading(start..<word.end, choices.map { .day($0) }, rule: "holiday")
  }

  /// summer 2016, spring of 2020; alone only summer, winter and Chinese ones.
  func season(at start: Int) -> TimeReading? {
    guard let word = source.timeWord(.season, at: start) else { return nil }
    let next = source.skipping(["of", "in"], at: source.spacesEnd(at: word.end))
    if let year = dates.year(at: next) { return season(word.number, year.value, start..<year.end) }
    guard source.byte(at: start) >= 0xE3 || source.end(ofOneOf: ["summer", "winter"], at: start) != nil else { return nil }
    var reading = TimeReading(
      start..<word.end, [CalendarPeriod(edtf: "XXXX-\(20 + word.number)", firstDay: nil, dayAfter: nil)], rule: "season")
    reading.anchor = "XXXX-\(20 + word.number)"
    return reading
  }

  /// A season has no days of its own: where it begins is a matter of place and habit.
  func season(_ number: Int, _ year: Int, _ range: Range<Int>) -> TimeReading {
    let edtf = CalendarDay.padded(year, 4) + "-\(20 + number)"
    return TimeReading(range, [CalendarPeriod(edtf: edtf, firstDay: nil, dayAfter: nil)], rule: "season and year")
  }
}
