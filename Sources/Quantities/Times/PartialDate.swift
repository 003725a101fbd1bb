internal import ClaimModel

/// As much of a date as was written: a year, a month, a day, a day of the week.
struct PartialDate: Hashable {
  var year: Int?
  /// The other century that a year of two digits may be of: 1930 for 30.
  var otherYear: Int?
  /// 1 to 12.
  var month: Int?
  /// 1 to 31.
  var day: Int?
  /// 0 for Monday to 6 for Sunday.
  var weekday: Int?

  /// What the date may be on the calendar, likeliest first: without a year the last one of its name and the next.
  func choices(seenFrom reference: CalendarDay?) -> [CalendarPeriod] {
    if let year { return [year, otherYear].compactMap { $0 }.compactMap { period(inYear: $0) } }
    guard let reference else { return [] }
    if month != nil { return around((-8...8).compactMap { period(inYear: reference.year + $0) }, reference) }
    if day != nil { return around(days(near: reference), reference) }
    guard let weekday else { return [] }
    let back = (reference.weekday - weekday + 7) % 7
    return [.day(reference.adding(days: -back)), .day(reference.adding(days: 7 - back))]
  }

  /// The year, month or day in `year`; nil where it has no such day.
  private func period(inYear year: Int) -> CalendarPeriod? {
    guard let month else { return day == nil ? .year(year) : nil }
    guard let day else { return .month(year, month) }
    return CalendarDay(year: year, month: month, day: day).map { .day($0) }
  }

  /// The day of each month near the reference, on the day of the week where one is named.
  private func days(near reference: CalendarDay) -> [CalendarPeriod] {
    (-14...14).compactMap { months in
      guard let day, let month = reference.adding(months: months),
        let found = CalendarDay(year: month.year, month: month.month, day: day), weekday == nil || found.weekday == weekday
      else { return nil }
      return .day(found)
    }
  }

  /// The last of `periods` that has begun, and the first to come.
  private func around(_ periods: [CalendarPeriod], _ reference: CalendarDay) -> [CalendarPeriod] {
    let past = periods.last { $0.firstDay.map { $0 <= reference } == true }
    let next = periods.first { $0.firstDay.map { $0 > reference } == true }
    return [past, next].compactMap { $0 }
  }

  /// A year of two digits, in the century that is nearer to the reference: 74 is 1974, 15 is 2015.
  mutating func setShortYear(_ number: Int, reference: CalendarDay?) {
    let current = reference?.year ?? 2000
    let recent = current / 100 * 100 + number
    year = recent > current + 20 ? recent - 100 : recent
    otherYear = recent > current + 20 ? recent : recent - 100
  }
}
