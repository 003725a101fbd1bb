internal import Knowledge

/// Periods in English words.
extension PeriodReader {
  func english(at start: Int) -> Found? {
    guard !isWordByte(source.byte(at: start - 1)) else { return nil }
    if let quarter = quarterFirst(at: start) { return quarter }
    if let fiscal = fiscalYear(at: start) { return fiscal }
    if let named = namedQuarter(at: start) { return named }
    if let month = monthFirst(at: start) { return month }
    return relative(at: start)
  }

  /// Q3 2024, H1 2024; with a reference date Q3 alone.
  private func quarterFirst(at start: Int) -> Found? {
    guard let portion = quarterMark(at: start), isLetter(source.byte(at: start)) else { return nil }
    var next = source.skippingSpace(at: portion.end)
    if source.hasWord("of", at: next) { next = source.skippingSpace(at: next + 2) }
    if source.byte(at: next) == UInt8(ascii: "'") || source.byte(at: next) == UInt8(ascii: "-") { next += 1 }
    if let year = yearNumber(at: next) {
      return .period(Period(range: start..<year.end, calendar: portion.of(year.value), rule: "quarter and year"))
    }
    guard portion.isQuarter, let reference else { return nil }
    return .period(
      Period(range: start..<portion.end, calendar: portion.of(reference.year), isRelative: true, rule: "quarter of the reference's year"))
  }

  /// FY2023, FY 2023, fiscal 2023, fiscal year 2023.
  private func fiscalYear(at start: Int) -> Found? {
    let next: Int
    if source.has("FY", at: start) {
      next = source.skippingSpace(at: start + 2)
    } else if source.hasWord("fiscal", at: start) {
      let behind = source.skippingSpace(at: start + 6)
      next = source.hasWord("year", at: behind) ? source.skippingSpace(at: behind + 4) : behind
    } else {
      return nil
    }
    guard let year = yearNumber(at: next) else { return nil }
    return .period(Period(range: start..<year.end, calendar: .year(year.value), rule: "fiscal year"))
  }

  /// third quarter of 2024, first half of 2023.
  private func namedQuarter(at start: Int) -> Found? {
    guard let ordinal = source.vocabulary.numberWords.match(in: source.bytes, at: start), case .ordinal(let number) = ordinal.word,
      !ordinal.isPlural
    else {
      return nil
    }
    let next = source.skippingSpace(at: ordinal.end)
    let isQuarter = source.hasWord("quarter", at: next)
    guard isQuarter || source.hasWord("half", at: next), number <= (isQuarter ? 4 : 2) else { return nil }
    let end = next + (isQuarter ? 7 : 4)
    var behind = source.skippingSpace(at: end)
    if source.hasWord("of", at: behind) { behind = source.skippingSpace(at: behind + 2) }
    let portion = Portion(isQuarter: isQuarter, number: number, end: end)
    if let year = yearNumber(at: behind) {
      return .period(Period(range: start..<year.end, calendar: portion.of(year.value), rule: "quarter and year"))
    }
    guard isQuarter, let reference else { return nil }
    return .period(
      Period(range: start..<end, calendar: portion.of(reference.year), isRelative: true, rule: "quarter of the reference's year"))
  }

  func yearNumber(at offset: Int) -> (value: Int, end: Int)? {
    let end = source.digitsEnd(at: offset)
    guard end - offset == 4, let year = source.integer(in: offset..<end), (1500...2199).contains(year), !isLetter(source.byte(at: end))
    else { return nil }
    return (year, end)
  }

  private func month(at offset: Int) -> (number: Int, end: Int)? {
    guard isUpper(source.byte(at: offset)), let match = source.vocabulary.periods.longest(in: source, at: offset),
      match.entry.kind == .monthName
    else {
      return nil
    }
    let end = match.range.upperBound
    return (match.entry.number, source.byte(at: end) == UInt8(ascii: ".") ? end + 1 : end)
  }

  /// August 9, 2023; August 2023; August 9th; in August.
  private func monthFirst(at start: Int) -> Found? {
    guard let (number, end) = month(at: start) else { return nil }
    var next = source.skippingSpace(at: end)
    if source.byte(at: next) == UInt8(ascii: ","), yearNumber(at: source.skippingSpace(at: next + 1)) != nil {
      next = source.skippingSpace(at: next + 1)
    }
    if source.hasWord("of", at: next) { next = source.skippingSpace(at: next + 2) }
    if let year = yearNumber(at: next) {
      return .period(Period(range: start..<year.end, calendar: .month(year.value, number), rule: "month and year"))
    }
    guard let day = dayNumber(at: next) else {
      guard source.hasWord("in", at: start - 3) || source.hasWord("last", at: start - 5) || source.hasWord("since", at: start - 6) else {
        return nil
      }
      return resolved(number, day: nil, range: start..<end)
    }
    var behind = day.end
    if source.byte(at: behind) == UInt8(ascii: ",") { behind += 1 }
    behind = source.skippingSpace(at: behind)
    if let year = yearNumber(at: behind), let date = CalendarDay(year: year.value, month: number, day: day.value) {
      return .period(Period(range: start..<year.end, calendar: .day(date), rule: "month, day and year"))
    }
    return resolved(number, day: day.value, range: start..<day.end)
  }

  /// 9 August 2023, 11th December 2023, 9th of August.
  func dayMonth(_ day: Int, _ range: Range<Int>) -> Found? {
    guard let found = dayNumber(at: range.lowerBound), (1...31).contains(day) else { return nil }
    var next = source.skippingSpace(at: found.end)
    if source.hasWord("of", at: next) { next = source.skippingSpace(at: next + 2) }
    guard let (number, end) = month(at: next) else { return nil }
    var behind = end
    if source.byte(at: behind) == UInt8(ascii: ",") { behind += 1 }
    behind = source.skippingSpace(at: behind)
    if let year = yearNumber(at: behind), let date = CalendarDay(year: year.value, month: number, day: day) {
      return .period(Period(range: range.lowerBound..<year.end, calendar: .day(date), rule: "day, month and year"))
    }
    return resolved(number, day: day, range: range.lowerBound..<end)
  }

  /// A day of a month in figures, `9` or `9th`.
  private func dayNumber(at offset: Int) -> (value: Int, end: Int)? {
    let end = source.digitsEnd(at: offset)
    guard (1...2).contains(end - offset), let value = source.integer(in: offset..<end), (1...31).contains(value) else { return nil }
    for suffix in ["st", "nd", "rd", "th"] where source.has(suffix, at: end) && !isWordByte(source.byte(at: end + 2)) {
      return (value, end + 2)
    }
    return isWordByte(source.byte(at: end)) || source.byte(at: end) == UInt8(ascii: "%") ? nil : (value, end)
  }

  /// A month or day without a year: of the reference's year, or the year before where that would lie ahead.
  private func resolved(_ month: Int, day: Int?, range: Range<Int>) -> Found? {
    guard let reference else { return day == nil ? nil : .unresolved(range) }
    let year = month > reference.month ? reference.year - 1 : reference.year
    guard let day else {
      return .period(Period(range: range, calendar: .month(year, month), isRelative: true, rule: "month of the reference's year"))
    }
    guard let date = CalendarDay(year: year, month: month, day: day) else { return nil }
    return .period(Period(range: range, calendar: .day(date), isRelative: true, rule: "day of the reference's year"))
  }
}
