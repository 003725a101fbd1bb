/// A stretch of days with its EDTF form (ISO 8601-2:2019; quarters are 33 to 36, halves 40 and 41).
struct CalendarPeriod: Hashable {
  var edtf: String
  var firstDay: CalendarDay?
  var dayAfter: CalendarDay?

  private init(edtf: String, from first: CalendarDay?, months: Int) {
    self.edtf = edtf
    firstDay = first
    dayAfter = first?.adding(months: months)
  }

  init(edtf: String, firstDay: CalendarDay?, dayAfter: CalendarDay?) {
    self.edtf = edtf
    self.firstDay = firstDay
    self.dayAfter = dayAfter
  }

  static func year(_ year: Int) -> CalendarPeriod {
    CalendarPeriod(edtf: CalendarDay.padded(year, 4), from: CalendarDay(year: year, month: 1, day: 1), months: 12)
  }

  static func month(_ year: Int, _ month: Int) -> CalendarPeriod {
    CalendarPeriod(
      edtf: CalendarDay.padded(year, 4) + "-" + CalendarDay.padded(month, 2), from: CalendarDay(year: year, month: month, day: 1), months: 1
    )
  }

  static func day(_ day: CalendarDay) -> CalendarPeriod {
    CalendarPeriod(edtf: day.description, firstDay: day, dayAfter: day.adding(days: 1))
  }

  /// `number` is 1 to 4.
  static func quarter(_ year: Int, _ number: Int) -> CalendarPeriod {
    CalendarPeriod(
      edtf: CalendarDay.padded(year, 4) + "-\(32 + number)", from: CalendarDay(year: year, month: number * 3 - 2, day: 1), months: 3)
  }

  /// `number` is 1 or 2.
  static func half(_ year: Int, _ number: Int) -> CalendarPeriod {
    CalendarPeriod(
      edtf: CalendarDay.padded(year, 4) + "-\(39 + number)", from: CalendarDay(year: year, month: number * 6 - 5, day: 1), months: 6)
  }

  /// The ten years from `year`, a multiple of ten.
  static func decade(_ year: Int) -> CalendarPeriod {
    CalendarPeriod(edtf: CalendarDay.padded(year / 10, 3) + "X", from: CalendarDay(year: year, month: 1, day: 1), months: 120)
  }

  /// The hundred years whose first is `number` × 100 - 100, as they are commonly counted.
  static func century(_ number: Int) -> CalendarPeriod {
    CalendarPeriod(
      edtf: CalendarDay.padded(number - 1, 2) + "XX", from: CalendarDay(year: (number - 1) * 100, month: 1, day: 1), months: 1200)
  }

  /// The week, Monday to Sunday, that holds `day`.
  static func week(of day: CalendarDay) -> CalendarPeriod {
    let monday = day.adding(days: -day.weekday)
    let sunday = monday.adding(days: 6)
    return CalendarPeriod(edtf: "\(monday)/\(sunday)", firstDay: monday, dayAfter: monday.adding(days: 7))
  }

  /// From the first day of this period to the last of `end`.
  func through(_ end: CalendarPeriod) -> CalendarPeriod {
    CalendarPeriod(edtf: edtf + "/" + end.edtf, firstDay: firstDay, dayAfter: end.dayAfter)
  }
}
