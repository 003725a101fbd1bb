internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Days of the week.
extension TimeReader {
  /// Friday, Mon 13th, Friday 7/6, Tue May 9, 星期一, 10月12日; `monday of the following week`.
  func weekdayFirst(at start: Int) -> TimeReading? {
    guard let word = source.timeWord(.weekday, at: start) else { return nil }
    let next = source.spacesEnd(at: word.end)
    if let date = dated(at: next, mark: word.end), var found = reading(of: date, from: start) {
      // Of the days that it may be the one that falls on this day of the week.
      if let index = found.choices.firstIndex(where: { $0.firstDay?.weekday == word.number - 1 }) { found.choices.swapAt(0, index) }
      return found
    }
    if let day = dates.dayOfMonth(at: next), next > word.end, day.isOrdinal || !isCounted(day.end) {
      let date = PartialDate(day: day.value, weekday: word.number - 1)
      if let found = reading(of: DateReader.Found([date], to: day.end, rule: "day of the week and month"), from: start) { return found }
    }
    if let placed = placedBehind(source.byte(at: word.end) == UInt8(ascii: ",") ? source.spacesEnd(at: word.end + 1) : next) {
      return inWeek(of: placed, word.number - 1, start..<placed.range.upperBound)
    }
    let behind = source.skipping(["of", "in"], at: next)
    if behind > word.end, let week = shifted(at: behind), let first = week.choices.first?.firstDay,
      week.choices[0].dayAfter == first.adding(days: 7)
    {
      return TimeReading(start..<week.range.upperBound, [.day(first.adding(days: word.number - 1))], rule: "day of a shifted week")
    }
    return reading(of: DateReader.Found([PartialDate(weekday: word.number - 1)], to: word.end, rule: "day of the week"), from: start)
  }

  /// The day that a length behind a day of the week counts off: Monday two weeks from now.
  private func placedBehind(_ offset: Int) -> TimeReading? { isPlacedStart(offset) ? length(at: offset).flatMap(placed) : nil }

  private func isPlacedStart(_ offset: Int) -> Bool {
    isDigit(source.byte(at: offset)) || source.vocabulary.numberWords.match(in: source.bytes, at: offset) != nil
  }

  /// `reading` with the day of the week behind it: two months from today on Tuesday.
  func onWeekday(_ reading: TimeReading) -> TimeReading {
    let next = source.spacesEnd(at: reading.range.upperBound)
    guard next > reading.range.upperBound, source.hasWord("on", at: next), reading.choices[0].isDay,
      let word = source.timeWord(.weekday, at: source.spacesEnd(at: next + 2))
    else { return reading }
    return inWeek(of: reading, word.number - 1, reading.range.lowerBound..<word.end) ?? reading
  }

  /// The day of its name in the week of each day of `reading`.
  private func inWeek(of reading: TimeReading, _ weekday: Int, _ range: Range<Int>) -> TimeReading? {
    reading.mapped(to: range, rule: "day of the week that is counted off") { period in
      period.firstDay.map { [.day($0.adding(days: weekday - $0.weekday))] } ?? []
    }
  }

  /// The date behind a day of the week, which says the day by itself: ` May 9`, `, 10月12号`, `-Jun-15`.
  func dated(at offset: Int, mark: Int) -> DateReader.Found? {
    var next = offset
    if source.byte(at: next) == UInt8(ascii: ",") || source.byte(at: next) == UInt8(ascii: "-") { next = source.spacesEnd(at: next + 1) }
    if source.has("，", at: next) { next = source.spacesEnd(at: next + 3) }
    next = source.skipping(["the"], at: next)
    guard next > mark || source.byte(at: next) >= 0xE3 || isDigit(source.byte(at: next)), let date = dates.read(at: next),
      !date.needsCue, date.dates[0].month != nil, date.dates[0].day != nil
    else { return nil }
    return date
  }

  /// Whether the figure that ends at `end` counts something or is a time: Monday 5 people.
  private func isCounted(_ end: Int) -> Bool {
    let next = source.byte(at: end)
    if next == UInt8(ascii: ":") || next == UInt8(ascii: "-") { return true }
    let word = source.spacesEnd(at: end)
    return word > end && (isLetter(source.byte(at: word)) && source.end(ofOneOf: ["and", "or", "in", "at", "for", "to"], at: word) == nil)
  }

  /// A reading with a day of the week before or behind it: 10月12号，星期一.
  func withPartBehind(_ reading: TimeReading) -> TimeReading {
    guard reading.choices[0].isDay, reading.written?.day != nil, reading.written?.weekday == nil else { return reading }
    var next = source.spacesEnd(at: reading.range.upperBound)
    if source.has("，", at: next) {
      next += 3
    } else if source.byte(at: next) == UInt8(ascii: ",") || source.byte(at: next) == UInt8(ascii: "(") {
      next = source.spacesEnd(at: next + 1)
    }
    guard source.byte(at: next) >= 0xE3 || next > reading.range.upperBound, let word = source.timeWord(.weekday, at: next)
    else { return reading }
    var result = reading
    result.range = reading.range.lowerBound..<word.end
    return result
  }
}
