internal import ClaimModel

/// A unit that lengths of time are counted in, and that the calendar is cut into.
enum TimeUnit: Hashable {
  case second, minute, hour, day, workday, weekend, week, fortnight, month, quarter, year, decade, century

  /// The unit of an entry of the unit lexicon: `week`.
  init?(named name: String) {
    switch name {
    case "second": self = .second
    case "minute": self = .minute
    case "hour": self = .hour
    case "day": self = .day
    case "week": self = .week
    case "fortnight": self = .fortnight
    case "month": self = .month
    case "quarter": self = .quarter
    case "year": self = .year
    case "decade": self = .decade
    case "century": self = .century
    default: return nil
    }
  }

  /// The name in the unit lexicon.
  var name: String {
    switch self {
    case .workday, .weekend: "day"
    default: "\(self)"
    }
  }

  /// The base unit of the unit lexicon, and how many of it this one is: 7 days for a week.
  var base: (name: String, factor: Int) {
    switch self {
    case .second: ("second", 1)
    case .minute: ("second", 60)
    case .hour: ("hour", 1)
    case .day, .workday: ("day", 1)
    case .weekend: ("day", 2)
    case .week: ("day", 7)
    case .fortnight: ("day", 14)
    case .month: ("month", 1)
    case .quarter: ("quarter", 1)
    case .year: ("year", 1)
    case .decade: ("year", 10)
    case .century: ("year", 100)
    }
  }

  /// How long it is, with months of 30 and years of 365 days.
  var seconds: Int {
    switch self {
    case .second: 1
    case .minute: 60
    case .hour: 3600
    case .day, .workday: 86_400
    case .weekend: 2 * 86_400
    case .week: 7 * 86_400
    case .fortnight: 14 * 86_400
    case .month: 30 * 86_400
    case .quarter: 90 * 86_400
    case .year: 365 * 86_400
    case .decade: 3650 * 86_400
    case .century: 36_500 * 86_400
    }
  }

  /// Whether a calendar shows it: a day or more.
  var isOnCalendar: Bool { seconds >= 86_400 }

  /// The day so many units on from `day`, or back where `count` is negative. Five workdays back from a Tuesday is the Tuesday before.
  func day(_ count: Int, from day: CalendarDay) -> CalendarDay? {
    guard abs(count) <= 4000 else { return nil }
    switch self {
    case .second, .minute, .hour: return nil
    case .day: return day.adding(days: count)
    case .workday: return Self.workday(count, from: day)
    case .week, .weekend: return day.adding(days: 7 * count)
    case .fortnight: return day.adding(days: 14 * count)
    case .month: return day.adding(months: count)
    case .quarter: return day.adding(months: 3 * count)
    case .year: return day.adding(months: 12 * count)
    case .decade: return day.adding(months: 120 * count)
    case .century: return day.adding(months: 1200 * count)
    }
  }

  /// Forward, the day after so many workdays from `day` on; back, the first of so many workdays before it.
  private static func workday(_ count: Int, from day: CalendarDay) -> CalendarDay {
    var cursor = count > 0 ? day.adding(days: -1) : day
    for _ in 0..<abs(count) {
      repeat { cursor = cursor.adding(days: count.signum()) } while cursor.weekday > 4
    }
    return count > 0 ? cursor.adding(days: 1) : cursor
  }

  /// The unit of the calendar that holds `day`: the quarter of 9 August is July to September.
  func period(holding day: CalendarDay) -> CalendarPeriod? {
    switch self {
    case .second, .minute, .hour: nil
    case .day, .workday: .day(day)
    case .weekend: .days(from: day.adding(days: 5 - day.weekday), to: day.adding(days: 7 - day.weekday))
    case .week: .week(of: day)
    case .fortnight: CalendarPeriod.week(of: day).firstDay.map { .days(from: $0, to: $0.adding(days: 14)) }
    case .month: .month(day.year, day.month)
    case .quarter: .quarter(day.year, (day.month - 1) / 3 + 1)
    case .year: .year(day.year)
    case .decade: .decade(day.year / 10 * 10)
    case .century: .century(day.year / 100 + 1)
    }
  }
}

extension CalendarPeriod {
  /// From `first` to the day before `end`: 2018-07-24/2018-07-30.
  static func days(from first: CalendarDay, to end: CalendarDay) -> CalendarPeriod {
    let last = end.adding(days: -1)
    return first < last
      ? CalendarPeriod(edtf: "\(first)/\(last)", firstDay: first, dayAfter: end)
      : CalendarPeriod(edtf: first.description, firstDay: first, dayAfter: end)
  }

  /// From `first` on, written as the open range of `edtf`: 2015/...
  static func since(_ first: CalendarDay, _ edtf: String) -> CalendarPeriod {
    CalendarPeriod(edtf: edtf + "/..", firstDay: first, dayAfter: nil)
  }

  /// Up to the day before `end`, written as the open range of `edtf`: ../2015.
  static func before(_ end: CalendarDay, _ edtf: String) -> CalendarPeriod {
    CalendarPeriod(edtf: "../" + edtf, firstDay: nil, dayAfter: end)
  }

  /// Whether it is one day.
  var isDay: Bool { firstDay?.adding(days: 1) == dayAfter }
}
