internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Words that say which unit, month or day of the week: last, this, next, 上, 这, 下.
extension TimeReader {
  /// The unit of time at `offset`, from the lexicon of units and what only the calendar has: quarter, business days.
  func unit(at offset: Int) -> (unit: TimeUnit, end: Int)? {
    if let end = source.end(ofOneOf: ["quarters", "quarter"], at: offset) { return (.quarter, end) }
    for word in ["business", "working", "work"] where source.hasWord(word, at: offset) {
      if let end = source.end(ofOneOf: ["days", "day"], at: source.spacesEnd(at: offset + word.utf8.count)) { return (.workday, end) }
    }
    if let end = source.end(ofOneOf: ["个工作日", "工作日"], at: offset) { return (.workday, end) }
    if let end = source.end(ofOneOf: ["weekends", "weekend", "周末"], at: offset) { return (.weekend, end) }
    guard let match = UnitReader(source: source).entry(at: offset, afterDigits: true), match.entry.base.dimension == .time,
      let unit = TimeUnit(named: match.entry.name)
    else { return nil }
    return (unit, match.range.upperBound)
  }

  /// last week, this September, next Friday, 上周五, 今个星期三, this 5/12; the unit's own day or month may follow.
  func shifted(at start: Int) -> TimeReading? {
    guard let reference else { return nil }
    let opening = source.skipping(["the"], at: start)
    guard let shift = source.timeWord(.shift, at: opening) else {
      return opening > start ? current(at: opening, from: start, reference) : nil
    }
    let next = source.spacesEnd(at: shift.end)
    if let weekday = source.timeWord(.weekday, at: next) {
      if let date = dated(at: source.spacesEnd(at: weekday.end), mark: weekday.end) {
        return shiftedDate(date, by: shift.number, from: opening, reference)
      }
      return TimeReading(
        opening..<weekday.end, [.day(weekdayOf(shift.number, weekday.number - 1, at: opening, reference))], rule: "shifted day of the week")
    }
    if let season = source.timeWord(.season, at: next) {
      return self.season(season.number, reference.year + shift.number, opening..<season.end)
    }
    if let holiday = shiftedHoliday(at: next, shift.number, from: opening, reference) { return holiday }
    if source.end(ofOneOf: ["半年"], at: next) != nil, abs(shift.number) == 1, source.byte(at: shift.end - 3) != 0x20 {
      return half(shift.number, shift, opening..<next + 6, reference)
    }
    if source.has("半月", at: next) { return halfMonth(shift.number, opening..<next + 6, reference) }
    if let end = source.end(ofOneOf: ["workweek", "work week"], at: next) { return workweek(shift.number, opening..<end, reference) }
    if let unit = unit(at: next), unit.unit.isOnCalendar, !isCountedBehind(next) {
      return shiftedUnit(unit.unit, by: shift.number, from: opening, to: unit.end, reference)
    }
    if let date = dates.read(at: next), !date.needsCue, date.dates[0].month != nil || date.dates[0].day != nil {
      return shiftedDate(date, by: shift.number, from: opening, reference)
    }
    return nil
  }

  /// weekend, 周末: of the current week where nothing says which.
  func bareWeekend(at start: Int) -> TimeReading? {
    guard let reference, let end = source.end(ofOneOf: ["weekend", "周末"], at: start),
      let period = TimeUnit.weekend.period(holding: reference)
    else { return nil }
    return TimeReading(start..<end, [period], rule: "weekend")
  }

  /// the week, the year to date, the fortnight: the one that holds the reference date, where nothing says which other one.
  private func current(at offset: Int, from start: Int, _ reference: CalendarDay) -> TimeReading? {
    guard let unit = unit(at: offset), unit.unit.isOnCalendar, unit.unit != .day, unit.unit != .workday,
      let period = unit.unit.period(holding: reference),
      source.byte(at: unit.end - 1) != UInt8(ascii: "s")
    else { return nil }
    let next = source.spacesEnd(at: unit.end)
    if source.hasWord("to", at: next), source.hasWord("date", at: next + 3), let first = period.firstDay {
      return TimeReading(offset..<next + 7, [.days(from: first, to: reference)], rule: "to date")
    }
    guard
      source.end(ofOneOf: ["of", "that", "when", "before", "after", "before last", "beginning", "starting", "in which", "in"], at: next)
        == nil,
      !isWordByte(source.byte(at: next)) || next > unit.end, !isDigit(source.byte(at: next))
    else { return nil }
    return TimeReading(start..<unit.end, [period], rule: "current unit")
  }

  /// Whether the unit at `offset` is not what the shift means: 上个半年 is read elsewhere, 本日 is a word.
  private func isCountedBehind(_ offset: Int) -> Bool { source.has("日", at: offset) || source.has("天", at: offset) }

  /// The unit `number` from the one that holds the reference date, with a month, day or part of it behind.
  func shiftedUnit(_ unit: TimeUnit, by number: Int, from start: Int, to end: Int, _ reference: CalendarDay) -> TimeReading? {
    guard let current = unit.period(holding: reference)?.firstDay, let first = unit.day(number, from: current),
      let period = unit.period(holding: first)
    else { return nil }
    let plain = TimeReading(start..<end, [period], rule: "shifted \(unit)")
    let next = source.spacesEnd(at: source.has("'s", at: end) ? end + 2 : source.skipping(["的"], at: end))
    switch unit {
    case .year:
      if let portion = periods.quarterMark(at: next) {
        return TimeReading(start..<portion.end, [portion.of(first.year)], rule: "part of a shifted year")
      }
      if let season = source.timeWord(.season, at: next) { return self.season(season.number, first.year, start..<season.end) }
      if let holiday = holiday(at: next, in: first.year, from: start) { return holiday }
      if let quarter = namedQuarter(at: next) {
        return TimeReading(start..<quarter.end, [.quarter(first.year, quarter.number)], rule: "part of a shifted year")
      }
      if let half = source.end(ofOneOf: ["前半年", "后半年"], at: next) {
        return TimeReading(start..<half, [.half(first.year, source.has("前", at: next) ? 1 : 2)], rule: "part of a shifted year")
      }
      guard source.byte(at: next) >= 0xE3 || isDigit(source.byte(at: next)), let date = dates.chinese(at: next),
        var found = date.dates.first,
        found.month != nil, found.year == nil
      else { return plain }
      found.year = first.year
      return reading(of: DateReader.Found([found], to: date.end, rule: "date of a shifted year"), from: start)
    case .month:
      guard let day = dates.chineseDay(at: next), let date = CalendarDay(year: first.year, month: first.month, day: day.value) else {
        return plain
      }
      return TimeReading(start..<day.end, [.day(date)], rule: "day of a shifted month")
    case .week:
      let opening = source.skipping(["on"], at: next)
      guard let weekday = source.timeWord(.weekday, at: opening) else { return plain }
      return TimeReading(start..<weekday.end, [.day(first.adding(days: weekday.number - 1))], rule: "day of a shifted week")
    default: return plain
    }
  }

  /// `first quarter` at `offset`.
  func namedQuarter(at offset: Int) -> (number: Int, end: Int)? {
    guard let day = dates.dayOfMonth(at: offset), day.isOrdinal, day.value <= 4 else { return nil }
    let next = source.spacesEnd(at: day.end)
    return source.hasWord("quarter", at: next) ? (day.value, next + 7) : nil
  }

  /// Of the week before, of this or the next; `upcoming` and `coming` name the very next day instead.
  private func weekdayOf(_ shift: Int, _ weekday: Int, at offset: Int, _ reference: CalendarDay) -> CalendarDay {
    if shift == 1, source.end(ofOneOf: ["coming", "upcoming", "this coming", "this upcoming"], at: offset) != nil {
      return reference.adding(days: (weekday - reference.weekday + 6) % 7 + 1)
    }
    return reference.adding(days: 7 * shift + weekday - reference.weekday)
  }

  /// last Christmas, next Thanksgiving: the last or next one, which may also be meant of the year before or after.
  private func shiftedHoliday(at offset: Int, _ shift: Int, from start: Int, _ reference: CalendarDay) -> TimeReading? {
    guard var found = holiday(at: offset, in: reference.year + shift, from: start) else { return nil }
    let near = holiday(at: offset, in: reference.year, from: start)?.choices.first
    if shift == 1, let near, let day = near.firstDay, day > reference { found.choices.insert(near, at: 0) }
    if shift == -1, let near, let day = near.firstDay, day < reference { found.choices.insert(near, at: 0) }
    return found
  }

  /// A date without a year, in the year that `shift` says; `next` may also be the one still to come this year.
  private func shiftedDate(_ date: DateReader.Found, by shift: Int, from start: Int, _ reference: CalendarDay) -> TimeReading? {
    var date = date
    let isNext = shift == 1 && source.timeWord(.weekday, at: start) == nil
    if isNext { date.dates = date.dates.flatMap { upcoming($0, reference) + [$0] } }
    for index in date.dates.indices where date.dates[index].year == nil && date.dates[index].month != nil {
      date.dates[index].year = reference.year + shift
    }
    return reading(of: date, from: start)
  }

  /// `date` in the reference's year, where it is still to come.
  private func upcoming(_ date: PartialDate, _ reference: CalendarDay) -> [PartialDate] {
    guard date.year == nil, date.month != nil else { return [] }
    var date = date
    date.year = reference.year
    return date.choices(seenFrom: nil).contains { $0.firstDay.map { $0 > reference } == true } ? [date] : []
  }

  /// 上半年 and 下半年 are parts of the year; with 个 the half before or after the current one.
  private func half(_ shift: Int, _ word: (kind: PeriodEntry.Kind, number: Int, end: Int), _ range: Range<Int>, _ reference: CalendarDay)
    -> TimeReading?
  {
    guard source.has("个", at: word.end - 3) else {
      return TimeReading(range, [.half(reference.year, shift < 0 ? 1 : 2)], rule: "half of the year")
    }
    let half = reference.year * 2 + (reference.month - 1) / 6 + shift
    return TimeReading(range, [.half(half / 2, half % 2 + 1)], rule: "shifted half")
  }

  /// 上半月: to the fifteenth, 下半月: from the sixteenth on.
  private func halfMonth(_ shift: Int, _ range: Range<Int>, _ reference: CalendarDay) -> TimeReading? {
    let month = CalendarPeriod.month(reference.year, reference.month)
    guard shift != 0, let first = month.firstDay, let end = month.dayAfter else { return nil }
    let middle = first.adding(days: 15)
    return TimeReading(range, [shift < 0 ? .days(from: first, to: middle) : .days(from: middle, to: end)], rule: "half of the month")
  }

  /// next workweek: Monday to Friday.
  private func workweek(_ shift: Int, _ range: Range<Int>, _ reference: CalendarDay) -> TimeReading? {
    let monday = reference.adding(days: 7 * shift - reference.weekday)
    return TimeReading(range, [.days(from: monday, to: monday.adding(days: 5))], rule: "workweek")
  }
}
