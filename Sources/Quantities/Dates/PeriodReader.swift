internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Reads dates and periods: 2023年7月, 2023-08-09, August 9, 2023, Q3 2024, 90年代, 去年.
struct PeriodReader {
  let source: Source
  let reference: CalendarDay?

  struct Period {
    var range: Range<Int>
    var calendar: CalendarPeriod
    var isRelative = false
    var rule: String
  }

  enum Found {
    case period(Period)
    /// A period that only a reference date would resolve.
    case unresolved(Range<Int>)
  }

  /// The period that begins at `start`; nothing before `floor` is looked at.
  func read(at start: Int, floor: Int) -> Found? {
    let byte = source.byte(at: start)
    if isDigit(byte) { return digits(at: start, floor: floor) }
    if isLetter(byte) { return english(at: start) }
    return han(at: start)
  }

  private func digits(at start: Int, floor: Int) -> Found? {
    guard !isWordByte(source.byte(at: start - 1)) else { return nil }
    let end = source.digitsEnd(at: start)
    if end - start == 4, let year = source.integer(in: start..<end), (1000...2999).contains(year) {
      return fourDigits(year, start..<end, floor: floor)
    }
    if end - start == 2, source.byte(at: start) == 0x30, let number = source.integer(in: start..<end), source.has("年", at: end),
      !source.has("年代", at: end)
    {
      return .period(chineseYear(2000 + number, from: start, at: end + 3, rule: "short year"))
    }
    if end - start <= 2, let number = source.integer(in: start..<end) {
      return twoDigits(number, start..<end)
    }
    if end - start <= 3, source.has("年", at: end), let found = minguo(start..<end, floor: floor) { return found }
    return nil
  }

  // MARK: Years

  private func fourDigits(_ year: Int, _ range: Range<Int>, floor: Int) -> Found? {
    let end = range.upperBound
    if let date = numericDate(year, range) { return .period(date) }
    if let span = yearRange(year, range, floor: floor) { return .period(span) }
    if source.has("s", at: end) || source.has("’s", at: end) || source.has("'s", at: end), year % 10 == 0 {
      let stop = source.byte(at: end) == UInt8(ascii: "s") ? end + 1 : end + (source.byte(at: end) == UInt8(ascii: "'") ? 2 : 4)
      if !isWordByte(source.byte(at: stop)) {
        return .period(Period(range: range.lowerBound..<stop, calendar: .decade(year), rule: "decade"))
      }
    }
    if source.has("年代", at: end), year % 10 == 0 {
      return .period(Period(range: range.lowerBound..<end + 6, calendar: .decade(year), rule: "decade"))
    }
    let apart = source.skippingSpace(at: end)
    if source.has("年", at: apart), (1500...2199).contains(year) {
      return .period(chineseYear(year, from: range.lowerBound, at: apart + 3, rule: "Chinese year"))
    }
    for word in ["财政年度", "财年", "年度"] where source.has(word, at: apart) {
      return .period(Period(range: range.lowerBound..<apart + word.utf8.count, calendar: .year(year), rule: "fiscal year"))
    }
    if let quarter = quarterMark(at: apart) {
      return .period(Period(range: range.lowerBound..<quarter.end, calendar: quarter.of(year), rule: "year and quarter"))
    }
    guard (1900...2040).contains(year), hasYearCue(range, floor: floor) else { return nil }
    return .period(Period(range: range, calendar: .year(year), rule: "year by its context"))
  }

  /// 2023-08-09, 2023/8/9, 2023.08.09, 2023-08.
  private func numericDate(_ year: Int, _ range: Range<Int>) -> Period? {
    let mark = source.byte(at: range.upperBound)
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".") else { return nil }
    let monthEnd = source.digitsEnd(at: range.upperBound + 1)
    guard (1...2).contains(monthEnd - range.upperBound - 1), let month = source.integer(in: range.upperBound + 1..<monthEnd),
      (1...12).contains(month)
    else { return nil }
    if source.byte(at: monthEnd) == mark {
      let dayEnd = source.digitsEnd(at: monthEnd + 1)
      if (1...2).contains(dayEnd - monthEnd - 1), let number = source.integer(in: monthEnd + 1..<dayEnd),
        let day = CalendarDay(year: year, month: month, day: number)
      {
        return Period(range: range.lowerBound..<dayEnd, calendar: .day(day), rule: "numeric date")
      }
      return nil
    }
    guard mark != UInt8(ascii: "."), monthEnd - range.upperBound == 3, (1900...2100).contains(year), !isWordByte(source.byte(at: monthEnd))
    else { return nil }
    return Period(range: range.lowerBound..<monthEnd, calendar: .month(year, month), rule: "numeric month")
  }

  /// 2016-2018年, 2016年至2018年 without the first 年, 2016–18.
  private func yearRange(_ year: Int, _ range: Range<Int>, floor: Int) -> Period? {
    guard (1500...2199).contains(year), let second = rangeStart(at: range.upperBound) else { return nil }
    let end = source.digitsEnd(at: second)
    guard let number = source.integer(in: second..<end), !isLetter(source.byte(at: end)), source.byte(at: end) != UInt8(ascii: "%") else {
      return nil
    }
    var last = number
    let isShort = end - second == 2 && (source.byte(at: second - 1) == UInt8(ascii: "-") || source.has("–", at: second - 3))
    if isShort, number > year % 100 {
      last = year / 100 * 100 + number
    } else if end - second != 4 {
      return nil
    }
    guard year < last, last - year <= 200 else { return nil }
    let apart = source.skippingSpace(at: end)
    let stop = source.has("年", at: apart) ? apart + 3 : end
    return Period(range: range.lowerBound..<stop, calendar: CalendarPeriod.year(year).through(.year(last)), rule: "range of years")
  }

  /// Where the second number of a range begins, behind a dash, 至, 到, `to` or `and`.
  private func rangeStart(at offset: Int) -> Int? {
    let start = source.skippingSpace(at: offset)
    var next: Int
    switch source.character(at: start) {
    case "-", "–", "—", "~", "至", "到": next = source.next(start)
    case "t": next = source.hasWord("to", at: start) ? start + 2 : -1
    case "a": next = source.hasWord("and", at: start) && betweenStands(before: offset) ? start + 3 : -1
    default: return nil
    }
    guard next > 0 else { return nil }
    next = source.skippingSpace(at: next)
    return isDigit(source.byte(at: next)) ? next : nil
  }

  private func betweenStands(before offset: Int) -> Bool {
    source.hasWord("between", at: offset - 12)
  }

  /// A year with the month, day, quarter or half behind it, and the end of a range where one follows.
  private func chineseYear(_ year: Int, from start: Int, at offset: Int, rule: String, isRelative: Bool = false) -> Period {
    var first = Period(range: start..<offset, calendar: .year(year), isRelative: isRelative, rule: rule)
    let inner = source.has("的", at: offset) ? offset + 3 : source.skippingSpace(at: offset)
    if let month = monthAndDay(year: year, at: inner) {
      first.calendar = month.calendar
      first.range = start..<month.end
      return throughMonth(first, year: year)
    }
    if let quarter = quarterMark(at: inner) {
      first.calendar = quarter.of(year)
      first.range = start..<quarter.end
      return first
    }
    return throughYear(first)
  }

  /// 2016年至2018年.
  private func throughYear(_ first: Period) -> Period {
    guard !first.isRelative, let second = rangeStart(at: first.range.upperBound) else { return first }
    let end = source.digitsEnd(at: second)
    guard end - second == 4, let year = source.integer(in: second..<end), source.has("年", at: source.skippingSpace(at: end)) else {
      return first
    }
    let last = chineseYearEnd(year, at: source.skippingSpace(at: end) + 3)
    guard let before = first.calendar.firstDay, let after = last.calendar.firstDay, before.description < after.description else {
      return first
    }
    return Period(range: first.range.lowerBound..<last.end, calendar: first.calendar.through(last.calendar), rule: "range of years")
  }

  private func chineseYearEnd(_ year: Int, at offset: Int) -> (calendar: CalendarPeriod, end: Int) {
    if let month = monthAndDay(year: year, at: offset) { return month }
    return (.year(year), offset)
  }

  /// 2023年1月至3月, 8月9日至11日.
  private func throughMonth(_ first: Period, year: Int) -> Period {
    guard let second = rangeStart(at: first.range.upperBound) else { return first }
    let end = source.digitsEnd(at: second)
    if end - second == 4, let next = source.integer(in: second..<end), source.has("年", at: source.skippingSpace(at: end)) {
      let last = chineseYearEnd(next, at: source.skippingSpace(at: end) + 3)
      return Period(range: first.range.lowerBound..<last.end, calendar: first.calendar.through(last.calendar), rule: "range of dates")
    }
    var last = monthAndDay(year: year, at: second)
    if last == nil, let day = first.calendar.firstDay, let (number, stop) = smallNumber(at: second), source.has("日", at: stop) {
      last = CalendarDay(year: day.year, month: day.month, day: number).map { (.day($0), stop + 3) }
    }
    guard let last, let before = first.calendar.firstDay, let after = last.calendar.firstDay, before.description < after.description else {
      return first
    }
    return Period(
      range: first.range.lowerBound..<last.end, calendar: first.calendar.through(last.calendar), isRelative: first.isRelative,
      rule: "range of dates")
  }

  /// 7月, 7月份, 8月9日; also the first month of 1-3月 with the last.
  func monthAndDay(year: Int, at offset: Int) -> (calendar: CalendarPeriod, end: Int)? {
    guard let (month, end) = smallNumber(at: offset), (1...12).contains(month) else { return nil }
    let apart = source.skippingSpace(at: end)
    if !source.has("月", at: apart) {
      guard let second = rangeStart(at: end), let (last, stop) = smallNumber(at: second), source.has("月", at: stop), month < last,
        last <= 12
      else { return nil }
      return (CalendarPeriod.month(year, month).through(.month(year, last)), stop + (source.has("月份", at: stop) ? 6 : 3))
    }
    var stop = apart + (source.has("月份", at: apart) ? 6 : 3)
    if let (number, dayEnd) = smallNumber(at: source.skippingSpace(at: stop)), let day = CalendarDay(year: year, month: month, day: number)
    {
      let mark = source.skippingSpace(at: dayEnd)
      if source.has("日", at: mark) || source.has("号", at: mark) { return (.day(day), mark + 3) }
    }
    if source.has("月底", at: apart) || source.has("月初", at: apart) { stop = apart + 3 }
    return (.month(year, month), stop)
  }

  /// A number up to 31 in figures or Chinese.
  func smallNumber(at offset: Int) -> (value: Int, end: Int)? {
    let end = source.digitsEnd(at: offset)
    if end > offset { return end - offset <= 2 ? source.integer(in: offset..<end).map { ($0, end) } : nil }
    guard source.byte(at: offset) >= 0xE3, source.character(at: offset) != "两" else { return nil }
    var position = offset
    var tens = 0
    var ones: Int?
    var hasTen = false
    for _ in 0..<3 {
      switch ChineseSign(source.character(at: position)) {
      case .digit(let digit) where ones == nil: ones = digit
      case .power(1) where !hasTen:
        tens = ones ?? 1
        ones = nil
        hasTen = true
      case .tens(let value) where !hasTen && ones == nil:
        tens = value
        hasTen = true
      default:
        guard position > offset else { return nil }
        return (tens * 10 + (ones ?? 0), position)
      }
      position = source.next(position)
    }
    return (tens * 10 + (ones ?? 0), position)
  }

  // MARK: Quarters and halves

  struct Portion {
    var isQuarter: Bool
    var number: Int
    var end: Int

    func of(_ year: Int) -> CalendarPeriod { isQuarter ? .quarter(year, number) : .half(year, number) }
  }

  /// 第一季度, 三季度, 上半年, Q3, H1 at `offset`.
  func quarterMark(at offset: Int) -> Portion? {
    if source.has("上半年", at: offset) { return Portion(isQuarter: false, number: 1, end: offset + 9) }
    if source.has("下半年", at: offset) { return Portion(isQuarter: false, number: 2, end: offset + 9) }
    let letter = source.byte(at: offset) | 0x20
    if letter == UInt8(ascii: "q") || letter == UInt8(ascii: "h"), isDigit(source.byte(at: offset + 1)),
      !isWordByte(source.byte(at: offset + 2))
    {
      let number = Int(source.byte(at: offset + 1) - 0x30)
      let isQuarter = letter == UInt8(ascii: "q")
      guard (1...(isQuarter ? 4 : 2)).contains(number) else { return nil }
      return Portion(isQuarter: isQuarter, number: number, end: offset + 2)
    }
    let start = source.has("第", at: offset) ? offset + 3 : offset
    guard let (number, end) = smallNumber(at: start), (1...4).contains(number) else { return nil }
    for word in ["个季度", "季度", "季"] where source.has(word, at: end) {
      guard word != "个季度" || start > offset else { continue }
      return Portion(isQuarter: true, number: number, end: end + word.utf8.count)
    }
    return nil
  }

  // MARK: What makes four digits a year

  private func hasYearCue(_ range: Range<Int>, floor: Int) -> Bool {
    let before = source.droppingSpace(before: range.lowerBound, floor: 0)
    let next = source.byte(at: range.upperBound)
    // A unit, a point or a multiplier behind it makes it a number.
    if next == UInt8(ascii: "%") || isWordByte(next) || next == UInt8(ascii: ".") && isDigit(source.byte(at: range.upperBound + 1)) {
      return false
    }
    if source.byte(at: before - 1) == UInt8(ascii: "("), next == UInt8(ascii: ")") || next == UInt8(ascii: ",") || next == UInt8(ascii: ";")
    {
      return true
    }
    if before < range.lowerBound {
      for cue in Self.cues where source.hasWord(cue, at: before - cue.utf8.count) { return !countsSomething(range.upperBound) }
      if monthName(endingAt: before) { return true }
    }
    if source.byte(at: range.upperBound) == UInt8(ascii: ")"), (1950...2050).contains(source.integer(in: range) ?? 0) {
      return hasWordBefore(range.lowerBound)
    }
    for cue in ["自", "截至", "截止", "到", "于", "在"] where source.has(cue, at: before - cue.utf8.count) {
      return source.byte(at: source.skippingSpace(at: range.upperBound)) < 0xE3 || source.has("以", at: range.upperBound)
        || source.has("起", at: range.upperBound)
    }
    return false
  }

  private static let cues = [
    "in", "since", "by", "until", "during", "before", "after", "early", "late", "mid", "of", "from", "through", "year", "for", "circa",
  ]

  /// `in 2000 cities`: a plural noun behind it.
  private func countsSomething(_ end: Int) -> Bool {
    guard source.byte(at: end) == 0x20, isLower(source.byte(at: end + 1)) else { return false }
    let stop = source.lettersEnd(at: end + 1)
    return UnitReader.singular(Array(source.bytes[end + 1..<stop])) != nil
  }

  private func hasWordBefore(_ offset: Int) -> Bool {
    source.byte(at: offset - 1) == 0x20 && source.byte(at: offset - 2) == UInt8(ascii: ",")
  }

  private func monthName(endingAt end: Int) -> Bool {
    source.vocabulary.monthNames.longest(endingAt: end, floor: 0, in: source) != nil
  }
}
