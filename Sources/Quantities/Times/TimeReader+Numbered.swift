internal import ClaimModel
internal import Knowledge
internal import SourceText

/// The weeks of a year or month: each belongs where its Thursday lies.
enum Week {
  /// Monday of the first week of `period`.
  static func first(of period: CalendarPeriod) -> CalendarDay? {
    period.firstDay.map { $0.adding(days: $0.weekday <= 3 ? -$0.weekday : 7 - $0.weekday) }
  }

  /// Monday of the week after the last of `period`.
  static func end(of period: CalendarPeriod) -> CalendarDay? {
    period.dayAfter.flatMap { first(of: CalendarPeriod(edtf: "", firstDay: $0, dayAfter: nil)) }
  }
}

/// Numbered parts of a period: the first week of 2015, 十月的第一个星期一, the last four months of 2021.
extension TimeReader {
  /// What is counted within a period: one part by its number, or the first or last few.
  private struct Part {
    /// From 1; 0 for the last.
    var number: Int
    var count: Int
    var unit: TimeUnit
    var weekday: Int?
    var isHalf = false
    var end: Int
  }

  /// the third month of 2021, 3rd week of Jan, first 2 weeks of 2021, the 15th day of next month, the first quarter of the year, 15th century.
  func numbered(at start: Int) -> TimeReading? {
    guard source.byte(at: start) < 0x80 else { return nil }
    let opening = source.skipping(["the"], at: start)
    guard let part = englishPart(at: opening) else { return dayOfShifted(at: start) ?? ordinalDay(at: start) }
    if part.unit == .century, part.number > 0 { return TimeReading(start..<part.end, [.century(part.number)], rule: "century") }
    let next = source.spacesEnd(at: part.end)
    let inner = source.skipping(["of", "in"], at: next)
    guard inner > next, let whole = simple(at: inner) ?? thisUnit(at: inner) else {
      guard part.unit == .quarter, part.count == 1, let year = dates.year(at: next) else { return nil }
      return TimeReading(start..<year.end, [.quarter(year.value, part.number)], rule: "quarter and year")
    }
    var result = whole.mapped(to: start..<whole.range.upperBound, rule: "numbered part") { self.part(part, of: $0).map { [$0] } ?? [] }
    // 1st week of Oct. on Friday.
    let end = whole.range.upperBound
    let behind = source.spacesEnd(at: source.byte(at: end) == UInt8(ascii: ".") ? end + 1 : end)
    if part.unit == .week, part.count == 1, source.hasWord("on", at: behind),
      let weekday = source.timeWord(.weekday, at: source.spacesEnd(at: behind + 2))
    {
      result = result?.mapped(to: start..<weekday.end, rule: "day of a numbered week") { week in
        week.firstDay.map { [.day($0.adding(days: weekday.number - 1))] } ?? []
      }
    }
    return result
  }

  private func englishPart(at offset: Int) -> Part? {
    var number = 0
    var next = offset
    if let end = source.end(ofOneOf: ["last", "final"], at: offset) {
      next = source.spacesEnd(at: end)
    } else if let ordinal = dates.dayOfMonth(at: offset), ordinal.isOrdinal {
      number = ordinal.value
      next = source.spacesEnd(at: ordinal.end)
    } else {
      return nil
    }
    if let weekday = source.timeWord(.weekday, at: next) {
      return Part(number: number, count: 1, unit: .day, weekday: weekday.number - 1, end: weekday.end)
    }
    if source.hasWord("half", at: next), (1...2).contains(number) {
      return Part(number: number, count: 1, unit: .day, isHalf: true, end: next + 4)
    }
    if source.hasWord("century", at: next) { return Part(number: number, count: 1, unit: .century, end: next + 7) }
    if let unit = unit(at: next), unit.unit.isOnCalendar, unit.unit != .century, unit.unit != .decade {
      return Part(number: number, count: 1, unit: unit.unit, end: unit.end)
    }
    guard number <= 1, let length = length(at: next), length.parts.count == 1, length.parts[0].unit.isOnCalendar,
      let count = length.parts[0].count.integer, count > 0
    else { return nil }
    return Part(number: number, count: count, unit: length.parts[0].unit, end: length.range.upperBound)
  }

  /// the 3rd of next month.
  private func dayOfShifted(at start: Int) -> TimeReading? {
    guard let day = dates.dayOfMonth(at: start), day.isOrdinal else { return nil }
    let next = source.spacesEnd(at: day.end)
    guard source.hasWord("of", at: next), let month = shifted(at: source.spacesEnd(at: next + 2)) else { return nil }
    return month.mapped(to: start..<month.range.upperBound, rule: "day of a shifted month") { period in
      guard let first = period.firstDay, period.dayAfter == first.adding(months: 1) else { return [] }
      return CalendarDay(year: first.year, month: first.month, day: day.value).map { [.day($0)] } ?? []
    }
  }

  /// the 18th, the 21st of the month: a day of the month that an article or `on` makes one.
  func ordinalDay(at start: Int) -> TimeReading? {
    guard let day = dates.dayOfMonth(at: start), day.isOrdinal, isDigit(source.byte(at: day.end - 3)),
      source.hasWord("the", at: start), source.hasOne(of: ["on", "of", "by", "for"], before: start)
    else { return nil }
    let next = source.spacesEnd(at: day.end)
    guard !isLetter(source.byte(at: next)) || source.end(ofOneOf: ["at", "or", "and", "for", "with", "in", "please"], at: next) != nil
    else { return nil }
    return reading(of: DateReader.Found([PartialDate(day: day.value)], to: day.end, rule: "day of the month"), from: start)
  }

  /// `the year` or `the month` as what a numbered part belongs to.
  private func thisUnit(at offset: Int) -> TimeReading? {
    guard let reference, let end = source.end(ofOneOf: ["the year"], at: offset) else { return nil }
    return TimeReading(offset..<end, [.year(reference.year), .year(reference.year + 1)], rule: "current unit")
  }

  /// 十月的第一周, 2021年第三个月, 去年的前10天, 2021年的最后4个月, 十月第一个星期一.
  func numbered(in whole: TimeReading) -> TimeReading? {
    guard !whole.needsCue, !whole.choices[0].isDay else { return nil }
    let next = source.skipping(["的"], at: source.spacesEnd(at: whole.range.upperBound))
    guard source.byte(at: next) >= 0xE3, let part = chinesePart(at: next) else { return nil }
    return whole.mapped(to: whole.range.lowerBound..<part.end, rule: "numbered part") { self.part(part, of: $0).map { [$0] } ?? [] }
  }

  private func chinesePart(at offset: Int) -> Part? {
    if source.has("第", at: offset), let (number, end) = periods.smallNumber(at: offset + 3) {
      let next = source.skipping(["个"], at: end)
      if let weekday = source.timeWord(.weekday, at: next) {
        return Part(number: number, count: 1, unit: .day, weekday: weekday.number - 1, end: weekday.end)
      }
      guard let unit = unit(at: next) ?? unit(at: end), unit.unit.isOnCalendar else { return nil }
      return Part(number: number, count: 1, unit: unit.unit, end: unit.end)
    }
    guard let end = source.end(ofOneOf: ["最后", "最初", "前", "头", "后"], at: offset) else { return nil }
    let isLastOne = source.has("最后", at: offset)
    if isLastOne, let weekday = source.timeWord(.weekday, at: source.skipping(["一个", "个"], at: end)) {
      return Part(number: 0, count: 1, unit: .day, weekday: weekday.number - 1, end: weekday.end)
    }
    guard let length = length(at: source.spacesEnd(at: end)), length.parts.count == 1, let count = length.parts[0].count.integer, count > 0,
      length.parts[0].unit.isOnCalendar
    else { return nil }
    let isLast = isLastOne || source.has("后", at: offset)
    return Part(number: isLast ? 0 : 1, count: count, unit: length.parts[0].unit, end: length.range.upperBound)
  }

  /// The part on the calendar; nil where the period does not reach so far.
  private func part(_ part: Part, of period: CalendarPeriod) -> CalendarPeriod? {
    guard let first = period.firstDay, let after = period.dayAfter else { return nil }
    if let weekday = part.weekday {
      let day =
        part.number > 0
        ? first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (part.number - 1))
        : after.adding(days: -1 - (after.weekday + 6 - weekday) % 7)
      return day < after ? .day(day) : nil
    }
    if part.isHalf {
      let days = after.days(since: first)
      let middle = days > 300 && days < 400 ? first.adding(months: 6) : first.adding(days: (days + 1) / 2)
      return middle.map { part.number == 1 ? .days(from: first, to: $0) : .days(from: $0, to: after) }
    }
    let isWeek = part.unit == .week
    guard let begin = isWeek ? Week.first(of: period) : first, let end = isWeek ? Week.end(of: period) : after,
      let from = part.number > 0 ? part.unit.day(part.number - 1, from: begin) : part.unit.day(-part.count, from: end),
      let to = part.unit.day(part.count, from: from), from < end, begin <= from
    else { return nil }
    return part.count == 1 && part.unit != .day ? part.unit.period(holding: from) ?? .days(from: from, to: to) : .days(from: from, to: to)
  }
}
