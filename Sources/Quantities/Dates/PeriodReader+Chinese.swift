internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Periods in Chinese words, and those that two digits begin.
extension PeriodReader {
  /// 90年代, 20世纪90年代, 9 August 2023, 7月, 8月9日.
  func twoDigits(_ number: Int, _ range: Range<Int>) -> Found? {
    let end = range.upperBound
    if source.has("世纪", at: end) { return .period(century(number, from: range.lowerBound, at: end + 6)) }
    if source.has("年代", at: end) { return decade(number, century: nil, from: range.lowerBound, at: end + 6).map { .period($0) } }
    if let decades = decadeRange(number, from: range.lowerBound, at: end, century: nil) { return .period(decades) }
    if let date = dayMonth(number, range) { return date }
    if source.has("日", at: end), let day = dayOfMonth(number, range) { return day }
    return monthWithoutYear(at: range.lowerBound)
  }

  /// 14日 alone: of the reference's month, or the month before where it would lie ahead. 30日内 is a length of time.
  private func dayOfMonth(_ number: Int, _ range: Range<Int>) -> Found? {
    let end = range.upperBound + 3
    let others = ["内", "以", "之", "元", "圆", "均", "本", "游", "后", "的"]
    guard (1...31).contains(number), !others.contains(where: { source.has($0, at: end) }) else { return nil }
    guard let reference else { return .unresolved(range.lowerBound..<end) }
    let month = number > reference.day ? reference.adding(months: -1) : reference
    guard let month, let day = CalendarDay(year: month.year, month: month.month, day: number) else {
      return .unresolved(range.lowerBound..<end)
    }
    return .period(Period(range: range.lowerBound..<end, calendar: .day(day), isRelative: true, rule: "day of the reference's month"))
  }

  func han(at start: Int) -> Found? {
    let character = source.character(at: start)
    if let relative = relative(at: start) { return relative }
    if character == "民", source.has("民国", at: start) { return minguoWord(at: start) }
    if source.has("上世纪", at: start) {
      guard let (number, end) = smallNumber(at: start + 9), source.has("年代", at: end) else { return nil }
      return decade(number, century: 20, from: start, at: end + 6).map { .period($0) }
    }
    guard let sign = ChineseSign(character) else {
      return reference.flatMap { portion(at: start, reference: $0) }
    }
    if case .few = sign { return nil }
    if let year = spelledYear(at: start) { return year }
    guard let (number, end) = smallNumber(at: start) else { return nil }
    if source.has("世纪", at: end) { return .period(century(number, from: start, at: end + 6)) }
    if source.has("年代", at: end) { return decade(number, century: nil, from: start, at: end + 6).map { .period($0) } }
    return monthWithoutYear(at: start) ?? reference.flatMap { portion(at: start, reference: $0) }
  }

  // MARK: Decades and centuries

  private func century(_ number: Int, from start: Int, at offset: Int) -> Period {
    if let (tens, end) = smallNumber(at: offset) {
      if let decades = decadeRange(tens, from: start, at: end, century: number) { return decades }
      if source.has("年代", at: end), let found = decade(tens, century: number, from: start, at: end + 6) { return found }
    }
    return Period(range: start..<offset, calendar: .century(number), rule: "century")
  }

  private func decade(_ number: Int, century: Int?, from start: Int, at end: Int) -> Period? {
    guard number % 10 == 0, number < 100 else { return nil }
    let base = ((century ?? (number < 30 ? 21 : 20)) - 1) * 100
    return Period(range: start..<end, calendar: .decade(base + number), rule: "decade")
  }

  /// 80至90年代.
  private func decadeRange(_ number: Int, from start: Int, at offset: Int, century: Int?) -> Period? {
    guard number % 10 == 0 else { return nil }
    let next: Int
    switch source.character(at: offset) {
    case "-", "–", "~", "至", "到", "、": next = source.next(offset)
    default: return nil
    }
    guard let (last, end) = smallNumber(at: next), source.has("年代", at: end), last > number,
      let first = decade(number, century: century, from: start, at: end),
      let second = decade(last, century: century, from: start, at: end + 6)
    else { return nil }
    return Period(range: start..<end + 6, calendar: first.calendar.through(second.calendar), rule: "range of decades")
  }

  // MARK: Years in Chinese

  /// 二〇二三年, 一九九八年八月.
  private func spelledYear(at start: Int) -> Found? {
    var position = start
    var year = 0
    for _ in 0..<4 {
      guard case .digit(let digit) = ChineseSign(source.character(at: position)) else { return nil }
      year = year * 10 + digit
      position = source.next(position)
    }
    guard source.has("年", at: position), (1500...2199).contains(year) else { return nil }
    return .period(yearInside(year, from: start, at: position + 3, rule: "spelled year"))
  }

  private func yearInside(_ year: Int, from start: Int, at offset: Int, rule: String, isRelative: Bool = false) -> Period {
    let inner = source.has("的", at: offset) ? offset + 3 : offset
    if let month = monthAndDay(year: year, at: inner) {
      return Period(range: start..<month.end, calendar: month.calendar, isRelative: isRelative, rule: rule)
    }
    if let portion = quarterMark(at: inner) {
      return Period(range: start..<portion.end, calendar: portion.of(year), isRelative: isRelative, rule: rule)
    }
    return Period(range: start..<offset, calendar: .year(year), isRelative: isRelative, rule: rule)
  }

  private func minguoWord(at start: Int) -> Found? {
    let first = source.skippingSpace(at: start + 6)
    let end = source.digitsEnd(at: first)
    let number = source.integer(in: first..<end).map { ($0, end) } ?? smallNumber(at: first)
    guard let (year, stop) = number, (1...200).contains(year), source.has("年", at: source.skippingSpace(at: stop)) else { return nil }
    return .period(yearInside(year + 1911, from: start, at: source.skippingSpace(at: stop) + 3, rule: "Minguo year"))
  }

  /// 112年 with a month behind it is a Minguo year too, where the text or the reference date speaks for that calendar (100 to 150).
  func minguo(_ range: Range<Int>, floor: Int) -> Found? {
    guard range.count == 3, let year = source.integer(in: range), (100...150).contains(year) else { return nil }
    guard source.isTraditionalCalendar || reference.map({ abs($0.year - 1911 - year) <= 2 }) == true else { return nil }
    return .period(yearInside(year + 1911, from: range.lowerBound, at: range.upperBound + 3, rule: "Minguo year"))
  }

  // MARK: Without a year

  /// 7月, 8月9日: of the reference's year, or the year before where that would lie ahead.
  private func monthWithoutYear(at start: Int) -> Found? {
    let year = reference?.year ?? 2000
    guard let found = monthAndDay(year: year, at: start) else { return nil }
    guard let reference, let first = found.calendar.firstDay else { return .unresolved(start..<found.end) }
    guard first.month > reference.month, let earlier = monthAndDay(year: year - 1, at: start) else {
      return .period(Period(range: start..<found.end, calendar: found.calendar, isRelative: true, rule: "month of the reference's year"))
    }
    return .period(Period(range: start..<earlier.end, calendar: earlier.calendar, isRelative: true, rule: "month of the year before"))
  }

  /// 第三季度, 上半年 of the reference's year.
  private func portion(at start: Int, reference: CalendarDay) -> Found? {
    guard let portion = quarterMark(at: start) else { return nil }
    return .period(
      Period(range: start..<portion.end, calendar: portion.of(reference.year), isRelative: true, rule: "part of the reference's year"))
  }

  // MARK: Relative words

  /// 去年, 上个月, yesterday, last year, with the month or quarter behind a year.
  func relative(at start: Int) -> Found? {
    guard let match = source.vocabulary.periods.longest(in: source, at: start), match.entry.kind != .monthName else {
      return nil
    }
    let end = match.range.upperBound
    guard let reference else { return nil }
    let number = match.entry.number
    switch match.entry.kind {
    case .year:
      let period = yearInside(reference.year + number, from: start, at: end, rule: "relative year", isRelative: true)
      return .period(period)
    case .quarter:
      let quarter = reference.year * 4 + (reference.month - 1) / 3 + number
      return .period(
        Period(range: match.range, calendar: .quarter(quarter / 4, quarter % 4 + 1), isRelative: true, rule: "relative quarter"))
    case .month:
      guard let day = reference.adding(months: number) else { return nil }
      return .period(Period(range: match.range, calendar: .month(day.year, day.month), isRelative: true, rule: "relative month"))
    case .week:
      return .period(
        Period(range: match.range, calendar: .week(of: reference.adding(days: 7 * number)), isRelative: true, rule: "relative week"))
    case .day:
      return .period(Period(range: match.range, calendar: .day(reference.adding(days: number)), isRelative: true, rule: "relative day"))
    default: return nil
    }
  }

  /// 三年前, two weeks ago: seen from the reference date.
  func ago(_ combined: QuantityCombiner.Combined, floor: Int) -> Period? {
    guard let reference, let unit = combined.unit, unit.base.dimension == .time, case .exactly(let amount) = combined.written,
      let count = amount.integer,
      count >= 0, count < 3000, combined.numeral.form == .cardinal
    else { return nil }
    let start = source.skippingSpace(at: combined.span.upperBound)
    var end: Int?
    for word in ["之前", "以前", "前"] where end == nil && source.has(word, at: start) { end = start + word.utf8.count }
    if source.hasWord("ago", at: start) { end = start + 3 }
    guard let end, !source.has("前期", at: start), !source.has("前后", at: start) else { return nil }
    let calendar: CalendarPeriod?
    switch unit.name {
    case "year": calendar = .year(reference.year - count)
    case "month": calendar = reference.adding(months: -count).map { .month($0.year, $0.month) }
    case "week": calendar = .week(of: reference.adding(days: -7 * count))
    case "day": calendar = .day(reference.adding(days: -count))
    default: calendar = nil
    }
    guard let calendar, calendar.firstDay != nil else { return nil }
    return Period(range: combined.span.lowerBound..<end, calendar: calendar, isRelative: true, rule: "time ago")
  }
}
