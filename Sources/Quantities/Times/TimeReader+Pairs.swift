internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Stretches from one date to another.
extension TimeReader {
  /// The date that a range may begin with: what `from` makes a date too, such as 4 in `from 4-23 in next month`.
  func rangeStart(at offset: Int, _ opening: Opening) -> TimeReading? {
    if let day = dates.dayOfMonth(at: offset), dates.dayFirst(at: offset) == nil, dates.numeric(at: offset)?.dates[0].day == nil,
      rangeOfDays(day, opening)
    {
      var first = TimeReading(offset..<day.end, [], rule: "day")
      first.written = PartialDate(day: day.value)
      first.needsCue = true
      return first
    }
    return present(at: offset) ?? atom(at: offset)
  }

  /// 9-11 of Sept, 3 to 5 May: days of a month that stands behind the second.
  func bareDays(at start: Int) -> TimeReading? {
    guard isDigit(source.byte(at: start)), let first = rangeStart(at: start, .from), first.choices.isEmpty,
      let next = jointEnd(at: first.range.upperBound, opening: .from), dates.dayFirst(at: next) != nil
    else { return nil }
    return ranged(from: first, opening: .from)
  }

  /// Whether a day of a month stands behind the joint that follows `day`; of bare numbers the month must be named.
  private func rangeOfDays(_ day: (value: Int, end: Int, isOrdinal: Bool), _ opening: Opening) -> Bool {
    guard let next = jointEnd(at: day.end, opening: opening) else { return false }
    if dates.dayFirst(at: next) != nil || dates.monthFirst(at: next) != nil { return true }
    guard let last = dates.dayOfMonth(at: next) else { return false }
    return last.isOrdinal || shifted(at: source.skipping(["in", "of"], at: source.spacesEnd(at: last.end))) != nil
  }

  /// `first` with the end of the stretch behind it; nil where none follows.
  func ranged(from first: TimeReading, opening: Opening?) -> TimeReading? {
    guard let next = jointEnd(at: first.range.upperBound, opening: opening), let second = rangeEnd(at: next, first) else { return nil }
    var end = second.end
    if opening == .between, source.has("之间", at: end) { end += 6 }
    if source.has("期间", at: end) { end += 6 }
    var choices = pairs(first, second)
    if let other = first.otherOrder, let last = second.reading?.otherOrder {
      var (swapped, end) = (first, second)
      (swapped.written, end.written) = (other, last)
      choices += pairs(swapped, end)
    }
    guard !choices.isEmpty else { return nil }
    var range = TimeReading(first.range.lowerBound..<end, choices, rule: "range of dates")
    range.isRelative = first.isRelative || second.reading.map(\.isRelative) == true
    return range
  }

  /// Where the second date begins, behind a dash, `to`, `through`, 至 or, after `between`, `and`.
  private func jointEnd(at offset: Int, opening: Opening?) -> Int? {
    let start = source.spacesEnd(at: offset)
    switch source.character(at: start) {
    case "-", "–", "—", "~", "～": return source.spacesEnd(at: source.next(start))
    case "至", "到": return source.spacesEnd(at: source.next(start))
    case "和", "与": return opening == .between || isBetween(start) ? source.spacesEnd(at: source.next(start)) : nil
    default: break
    }
    guard start > offset else { return nil }
    let words = ["to", "through", "till", "until", "thru"] + (opening == .between ? ["and"] : [])
    return source.end(ofOneOf: words, at: start).map { source.skipping(["the year", "in", "on"], at: source.spacesEnd(at: $0)) }
  }

  /// 2015年和2018年之间: the word that makes it a range stands at the end.
  private func isBetween(_ offset: Int) -> Bool {
    guard let second = atom(at: source.next(offset)) else { return false }
    return source.has("之间", at: second.range.upperBound)
  }

  /// What ends a range: a date, a bare day or number, `the end of` a period.
  private struct End {
    var reading: TimeReading?
    var written: PartialDate?
    var end: Int
    /// With the whole of the last period: to the end of 2008.
    var isWhole = false
  }

  private func rangeEnd(at offset: Int, _ first: TimeReading) -> End? {
    if let present = present(at: offset) { return End(reading: present, end: present.range.upperBound) }
    for word in ["the end of", "end of"] where source.hasWord(word, at: offset) {
      guard let last = simple(at: source.spacesEnd(at: offset + word.utf8.count)) else { continue }
      return End(reading: last, written: last.written, end: last.range.upperBound, isWhole: true)
    }
    let isDay = first.written?.day != nil
    if isDay, let day = dates.chineseDay(at: offset) { return End(written: PartialDate(day: day.value), end: day.end) }
    let dated = atom(at: offset)
    if isDay, dated == nil || dated?.needsCue == true || dated?.written?.month == nil, let day = dates.dayOfMonth(at: offset),
      day.isOrdinal || isDigit(source.byte(at: offset))
    {
      let next = source.skipping(["in", "of"], at: source.spacesEnd(at: day.end))
      if let month = shifted(at: next), month.choices[0].firstDay?.day == 1, next > day.end, let first = month.choices[0].firstDay {
        return End(written: PartialDate(year: first.year, month: first.month, day: day.value), end: month.range.upperBound)
      }
      let year = dates.year(at: source.spacesEnd(at: source.byte(at: day.end) == UInt8(ascii: ",") ? day.end + 1 : day.end))
      if let year, first.written?.month != nil { return End(written: PartialDate(year: year.value, day: day.value), end: year.end) }
      return End(written: PartialDate(day: day.value), end: day.end)
    }
    return dated.map { End(reading: $0, written: $0.written, end: $0.range.upperBound) }
  }

  /// Every stretch from a choice of the first to the date of the second that follows it: the last day counted, and up to it.
  private func pairs(_ first: TimeReading, _ second: End) -> [CalendarPeriod] {
    var begin = first.written
    var last = second.written
    share(&begin, &last)
    let firsts = begin.map { $0.choices(seenFrom: reference) }.flatMap { $0.isEmpty ? nil : $0 } ?? first.choices
    var inclusive: [CalendarPeriod] = []
    var exclusive: [CalendarPeriod] = []
    for period in firsts {
      guard let start = period.firstDay, let end = self.end(after: start, last, second), let stop = end.firstDay, start < stop else {
        continue
      }
      inclusive.append(period.through(end))
      if second.isWhole { continue }
      exclusive.append(.days(from: start, to: stop))
    }
    return inclusive + exclusive
  }

  /// Years and months that only one end of a range names: April to June 2017, 9th to 17th of April.
  private func share(_ begin: inout PartialDate?, _ last: inout PartialDate?) {
    guard var first = begin, var second = last else { return }
    if first.day != nil, first.month == nil, second.month != nil, let day = first.day, let other = second.day {
      first.month = day <= other ? second.month : second.month.map { ($0 + 10) % 12 + 1 }
    }
    if second.day != nil, second.month == nil, first.month != nil, let day = second.day, let other = first.day {
      second.month = day > other ? first.month : first.month.map { $0 % 12 + 1 }
      if let year = first.year, second.year == nil { second.year = second.month == 1 && first.month == 12 ? year + 1 : year }
    }
    if first.year == nil, first.month != nil, let year = second.year, let month = first.month, let other = second.month {
      first.year = month <= other ? year : year - 1
    }
    begin = first
    last = second
  }

  /// The first date that `last` may be, or what the end was read as, behind `start`.
  private func end(after start: CalendarDay, _ last: PartialDate?, _ second: End) -> CalendarPeriod? {
    if let last, last.year != nil { return last.choices(seenFrom: reference).first }
    if let last, last.month != nil || last.weekday != nil || last.day != nil, last.year == nil {
      return last.choices(seenFrom: start).first { $0.firstDay.map { $0 > start } == true }
    }
    return second.reading?.choices.first { $0.firstDay.map { $0 > start } == true }
  }
}
