internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Dates with the name of a month.
extension DateReader {
  /// Nov. 7th, 2016; November of 87; Dec-2018; June the 28th 2020; 2019's August is read elsewhere.
  func monthFirst(at start: Int) -> Found? {
    guard let month = month(at: start) else { return nil }
    var date = PartialDate(month: month.value)
    var end = month.end
    if let day = dayBehind(month.end) {
      date.day = day.value
      end = day.end
    }
    let isTight = source.byte(at: month.end) == UInt8(ascii: "-") || source.byte(at: month.end) == UInt8(ascii: "/")
    return withYear(date, at: end, isTight: isTight, rule: "month first")
  }

  /// The day behind a month's name: ` 7th`, `, 1st`, ` the 28th`, `/2`, `-02`, `31` of Dec31.
  private func dayBehind(_ end: Int) -> (value: Int, end: Int)? {
    var next = end
    let mark = source.byte(at: end)
    if mark == UInt8(ascii: "/") || mark == UInt8(ascii: "-") { next = end + 1 } else { next = source.spacesEnd(at: end) }
    if mark == UInt8(ascii: ","), isDigit(source.byte(at: source.spacesEnd(at: end + 1))) { next = source.spacesEnd(at: end + 1) }
    guard let day = dayOfMonth(at: next),
      day.isOrdinal || isDigit(source.byte(at: next)) || !isLetter(source.byte(at: source.spacesEnd(at: day.end)))
    else { return nil }
    return (day.value, day.end)
  }

  /// 7 November, 7th of Nov 2016, second of Aug., the 15th day of June, 05-Aug-2016, 23-2020-September.
  func dayFirst(at start: Int) -> Found? {
    guard let day = dayOfMonth(at: start), source.byte(at: start - 1) != UInt8(ascii: "$") else { return nil }
    let mark = source.byte(at: day.end)
    if mark == UInt8(ascii: "-"), let year = year(at: day.end + 1), source.byte(at: year.end) == mark, let month = month(at: year.end + 1) {
      return Found([PartialDate(year: year.value, month: month.value, day: day.value)], to: month.end, rule: "day, year, month")
    }
    var next = mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") ? day.end + 1 : source.spacesEnd(at: day.end)
    if day.isOrdinal { next = source.skipping(["day"], at: next) }
    next = source.skipping(["of"], at: next)
    guard let month = month(at: next), next > day.end else { return nil }
    // $12 December 27: the day stands behind.
    if !day.isOrdinal, dayOfMonth(at: source.spacesEnd(at: month.end)) != nil, year(at: source.spacesEnd(at: month.end)) == nil,
      source.byte(at: start - 1) == 0x20, source.byte(at: start - 2) == UInt8(ascii: "$")
    {
      return nil
    }
    return withYear(
      PartialDate(month: month.value, day: day.value), at: month.end, isTight: next == day.end + 1 && mark != 0x20, rule: "day and month")
  }

  /// `date` with the year behind it: `, 2016`, ` of 87`, `-2018`, ` '16`, ` in 2020`.
  ///
  /// With `isTight` the parts before it are joined by the same mark.
  private func withYear(_ date: PartialDate, at end: Int, isTight: Bool, rule: String) -> Found {
    var date = date
    let mark = source.byte(at: end)
    let hasMark = mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/")
    var next = hasMark ? end + 1 : source.spacesEnd(at: end)
    if source.byte(at: next) == UInt8(ascii: ",") { next = source.spacesEnd(at: next + 1) }
    let behind = source.skipping(["of the year", "of", "in the year", "in"], at: next)
    if let year = year(at: behind) {
      date.year = year.value
      return Found([date], to: year.end, rule: rule + " and year")
    }
    // Two digits: behind an apostrophe or `of`, or with the marks of 05-Aug-16.
    let isMarked = source.byte(at: behind) == UInt8(ascii: "'")
    let first = isMarked ? behind + 1 : behind
    let stop = source.digitsEnd(at: first)
    let isOwn = isMarked || hasMark && isTight && date.day != nil || behind > next || date.day != nil && source.byte(at: end) == 0x20
    if stop - first == 2, isOwn, !isWordByte(source.byte(at: stop)), !isCounted(stop), let number = source.integer(in: first..<stop) {
      date.setShortYear(number, reference: reference)
      return Found([date], to: stop, rule: rule + " and short year")
    }
    return Found([date], to: end, rule: rule)
  }

  /// Whether the two digits that end at `end` are no year: a time, a percentage, a number of something.
  private func isCounted(_ end: Int) -> Bool {
    let next = source.byte(at: end)
    if next == UInt8(ascii: ":") || next == UInt8(ascii: "%") || next == UInt8(ascii: "-") || next == UInt8(ascii: "/") { return true }
    let word = source.spacesEnd(at: end)
    if source.end(ofOneOf: ["am", "pm", "people", "a.m", "p.m"], at: word) != nil { return true }
    guard isLower(source.byte(at: word)) else { return false }
    return UnitReader.singular(Array(source.bytes[word..<source.lettersEnd(at: word)])) != nil
  }
}
