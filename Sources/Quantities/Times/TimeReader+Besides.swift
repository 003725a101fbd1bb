internal import ClaimModel
internal import Knowledge

/// Stretches that hang on a period beside them: 年底, the day after Christmas, FY18.
extension TimeReader {
  /// 年底, 月初: of the current year or month.
  func chinesePortion(at start: Int) -> TimeReading? {
    guard let reference, source.byte(at: start) >= 0xE3, let mark = portionMark(at: start, isAlone: true),
      let period = mark.unit.period(holding: reference)
    else { return nil }
    let current = TimeReading(start..<mark.end, [period], rule: "current period")
    return current.mapped(to: current.range, rule: "part of the current period", isAnchored: true) { part(mark, of: $0) }
  }

  /// 2016年年末, 去年底, 3月上旬, 本月中旬.
  func portion(of whole: TimeReading) -> TimeReading? {
    guard !whole.needsCue, !whole.choices[0].isDay, whole.choices[0].firstDay != nil,
      let mark = portionMark(at: source.skipping(["的"], at: whole.range.upperBound), isAlone: false)
    else { return nil }
    return whole.mapped(to: whole.range.lowerBound..<mark.end, rule: "part of a period", isAnchored: true) { part(mark, of: $0) }
  }

  private struct PortionMark {
    /// Early (0), middle (1), late (2).
    var number: Int
    var unit: TimeUnit
    /// 上旬, 中旬, 下旬: ten days each.
    var isTenDays: Bool
    var end: Int
  }

  /// 年底, 月初 or, behind a year or month, 底, 上旬 at `offset`.
  private func portionMark(at offset: Int, isAlone: Bool) -> PortionMark? {
    let hasUnit = source.has("年", at: offset) || source.has("月", at: offset)
    guard hasUnit || !isAlone, !isAlone || !isDigit(source.byte(at: offset - 1)) else { return nil }
    let unit: TimeUnit = source.has("年", at: offset) ? .year : .month
    let next = hasUnit ? offset + 3 : offset
    for (number, words) in [["上旬", "初期", "初"], ["中旬"] + (hasUnit ? ["中"] : []), ["下旬", "末期", "末", "底"]].enumerated() {
      guard let end = source.end(ofOneOf: words, at: next) else { continue }
      return PortionMark(number: number, unit: unit, isTenDays: source.has("旬", at: end - 3), end: end)
    }
    return nil
  }

  private func part(_ mark: PortionMark, of period: CalendarPeriod) -> [CalendarPeriod] {
    guard mark.isTenDays, let first = period.firstDay, let after = period.dayAfter else {
      return Self.part(mark.number, of: period, reference: nil)
    }
    let begin = first.adding(days: 10 * mark.number)
    return [.days(from: begin, to: mark.number == 2 ? after : begin.adding(days: 10))]
  }

  /// the day after, the day before Christmas, the day following May 3.
  func dayBeside(at start: Int) -> TimeReading? {
    guard let reference, isLetter(source.byte(at: start)) else { return nil }
    let opening = source.skipping(["the"], at: start)
    guard opening > start, source.hasWord("day", at: opening), source.timeWord(.day, at: start) == nil else { return nil }
    let next = source.spacesEnd(at: opening + 3)
    for (words, sign) in [(["after", "following"], 1), (["before", "preceding"], -1)] {
      guard let end = source.end(ofOneOf: words, at: next) else { continue }
      let behind = source.spacesEnd(at: end)
      if let base = simple(at: behind), base.choices[0].isDay {
        return base.mapped(to: start..<base.range.upperBound, rule: "day beside a day") {
          $0.firstDay.map { [.day($0.adding(days: sign))] } ?? []
        }
      }
      return isWordByte(source.byte(at: behind))
        ? nil : TimeReading(start..<end, [.day(reference.adding(days: sign))], rule: "day beside today")
    }
    return nil
  }

  /// FY18, CY2016, fiscal year 2018, school year 2016: years of their own, but for the calendar's.
  func fiscalYear(at start: Int) -> TimeReading? {
    guard isLetter(source.byte(at: start)) else { return nil }
    for (words, prefix) in [(["fiscal year", "fiscal"], "FY"), (["school year"], "SY"), (["calendar year"], "")] {
      guard let end = source.end(ofOneOf: words, at: start),
        let year = dates.year(at: source.skipping(["of"], at: source.spacesEnd(at: end)))
      else { continue }
      return fiscalYear(prefix, year.value, start..<year.end)
    }
    for (letters, prefix) in [("FY", "FY"), ("SY", "SY"), ("CY", "")] {
      guard lowered(source.byte(at: start)) == lowered(letters.utf8.first ?? 0), lowered(source.byte(at: start + 1)) == UInt8(ascii: "y")
      else { continue }
      var next = source.spacesEnd(at: start + 2)
      if source.byte(at: next) == UInt8(ascii: "'") { next += 1 }
      let end = source.digitsEnd(at: next)
      guard let number = source.integer(in: next..<end), end - next == 2 || end - next == 4, !isWordByte(source.byte(at: end)) else {
        return nil
      }
      return fiscalYear(prefix, number < 100 ? 2000 + number : number, start..<end)
    }
    return nil
  }

  private func fiscalYear(_ prefix: String, _ year: Int, _ range: Range<Int>) -> TimeReading {
    var reading = TimeReading(range, [.year(year)], rule: "fiscal year")
    reading.isRelative = false
    if !prefix.isEmpty { reading.anchor = prefix + CalendarDay.padded(year, 4) }
    return reading
  }
}
