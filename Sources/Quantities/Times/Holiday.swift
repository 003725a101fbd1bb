internal import ClaimModel
internal import Knowledge

/// A holiday, and the day it falls on.
struct Holiday {
  let kind: PeriodEntry.Kind
  let number: Int

  /// Its day in `year`: 25 December, the fourth Thursday of November, 46 days before Easter.
  func day(in year: Int) -> CalendarDay? {
    switch kind {
    case .holiday: CalendarDay(year: year, month: number / 100, day: number % 100)
    case .movableHoliday: Self.weekday(number % 10 - 1, count: number / 10 % 10, month: number / 100, year: year)
    case .dayAfterHoliday: Self.weekday(number % 10 - 1, count: number / 10 % 10, month: number / 100, year: year)?.adding(days: 1)
    case .easterHoliday: Self.easter(year).adding(days: number)
    default: nil
    }
  }

  /// The `count`th day of its name in a month, the last one for 5.
  static func weekday(_ weekday: Int, count: Int, month: Int, year: Int) -> CalendarDay? {
    guard let first = CalendarDay(year: year, month: month, day: 1), count > 0 else { return nil }
    let day = first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (count - 1))
    if day.month == month { return day }
    return count == 5 ? day.adding(days: -7) : nil
  }

  /// Easter Sunday of the Gregorian calendar (J. Meeus, "Astronomical Algorithms", chapter 8).
  private static func easter(_ year: Int) -> CalendarDay {
    let (golden, century) = (year % 19, year / 100)
    let moonShift = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - moonShift + 15) % 30
    let weekShift = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7
    let correction = (golden + 11 * epact + 22 * weekShift) / 451
    let number = epact + weekShift - 7 * correction + 114
    return CalendarDay(unchecked: year, number / 31, number % 31 + 1)
  }
}
