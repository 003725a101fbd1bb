internal import ClaimModel
internal import Knowledge

/// Periods that a year in four digits begins.
extension PeriodReader {
  func fourDigits(_ year: Int, _ range: Range<Int>, floor: Int) -> Found? {
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
    if let quarter = quarterMark(at: source.byte(at: end) == UInt8(ascii: "-") && isLetter(source.byte(at: end + 1)) ? end + 1 : apart) {
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
  func rangeStart(at offset: Int) -> Int? {
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
