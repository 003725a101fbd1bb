internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Parts of a period: early, first, the last four months of.
extension TimeReader {
  /// early September, mid 1989, the end of this year, end of month, EOY, later in the week, 2016年初 is read from its year.
  func portion(at start: Int) -> TimeReading? {
    if let reference, let end = source.end(ofOneOf: ["EOY", "eoy"], at: start) { return portion(2, .year, start..<end, reference) }
    if let reference, let end = source.end(ofOneOf: ["EOM", "eom"], at: start) { return portion(2, .month, start..<end, reference) }
    if let rest = rest(at: start) { return rest }
    guard isLetter(source.byte(at: start)), let word = source.timeWord(.portion, at: start) else { return nil }
    let first = source.skipping(["the"], at: start)
    let next = source.byte(at: word.end) == UInt8(ascii: "-") ? word.end + 1 : source.spacesEnd(at: word.end)
    guard next > word.end else { return nil }
    let isRest = source.end(ofOneOf: ["earlier", "later", "later in", "earlier in"], at: start) != nil
    let inner = source.skipping(["in"], at: next)
    if let reference, let unit = unit(at: source.skipping(["the"], at: inner)), unit.unit.isOnCalendar, unit.unit != .day,
      source.end(ofOneOf: ["s"], at: unit.end - 1) == nil
    {
      return isRest
        ? rest(word.number, unit.unit, first..<unit.end, reference) : portion(word.number, unit.unit, first..<unit.end, reference)
    }
    guard var whole = simple(at: inner), whole.choices[0].firstDay != nil, !whole.choices[0].isDay else { return nil }
    if isRest, let reference { whole.choices = whole.choices.filter { $0.firstDay.map { $0 <= reference } == true } }
    whole.needsCue = false
    return whole.mapped(to: first..<whole.range.upperBound, rule: "part of a period", isAnchored: true) {
      Self.part(word.number, of: $0, reference: isRest ? reference : nil)
    }
  }

  /// the rest of this month, YTD: from the reference date on, or up to it.
  private func rest(at start: Int) -> TimeReading? {
    guard let reference, isLetter(source.byte(at: start)) else { return nil }
    for (words, unit) in [(["YTD", "ytd"], TimeUnit.year), (["MTD", "mtd"], .month)] {
      guard let end = source.end(ofOneOf: words, at: start), let first = unit.period(holding: reference)?.firstDay else { continue }
      return TimeReading(start..<end, [.days(from: first, to: reference)], rule: "to date")
    }
    let opening = source.skipping(["the"], at: start)
    for unit in [TimeUnit.year, .quarter, .month, .week] {
      guard let end = source.end(ofOneOf: ["\(unit) to date"], at: opening), let first = unit.period(holding: reference)?.firstDay else {
        continue
      }
      return TimeReading(opening..<end, [.days(from: first, to: reference)], rule: "to date")
    }
    guard let end = source.end(ofOneOf: ["rest of", "remainder of", "remaining of"], at: opening) else { return nil }
    let next = source.skipping(["the", "my", "this", "current"], at: source.spacesEnd(at: end))
    guard let unit = unit(at: source.skipping(["current"], at: next)), unit.unit.isOnCalendar,
      let after = unit.unit.period(holding: reference)?.dayAfter, reference < after
    else { return nil }
    return TimeReading(start..<unit.end, [.days(from: reference, to: after)], rule: "rest of a period")
  }

  private func portion(_ number: Int, _ unit: TimeUnit, _ range: Range<Int>, _ reference: CalendarDay) -> TimeReading? {
    guard let period = unit.period(holding: reference) else { return nil }
    return TimeReading(range, [period], rule: "part of a period").mapped(to: range, rule: "part of a period", isAnchored: true) {
      Self.part(number, of: $0, reference: nil)
    }
  }

  /// earlier in the week: up to the reference date; later: from it on, with the later half of a year.
  private func rest(_ number: Int, _ unit: TimeUnit, _ range: Range<Int>, _ reference: CalendarDay) -> TimeReading? {
    guard let period = unit.period(holding: reference) else { return nil }
    return TimeReading(range, [period], rule: "rest of a period").mapped(to: range, rule: "rest of a period", isAnchored: true) {
      Self.part(number, of: $0, reference: reference)
    }
  }

  /// The early (0), middle (1) or late (2) part of a month or year; with a reference date what lies before or behind it too.
  static func part(_ number: Int, of period: CalendarPeriod, reference: CalendarDay?) -> [CalendarPeriod] {
    guard let first = period.firstDay, let after = period.dayAfter, first < after else { return [] }
    var choices: [CalendarPeriod] = []
    if let reference, first <= reference, reference < after {
      if number == 0, first < reference { choices.append(.days(from: first, to: reference)) }
      if number == 2 { choices.append(.days(from: reference, to: after)) }
    }
    let length = after.days(since: first)
    if length <= 31, length >= 28 {
      let bounds = [(0, 15), (9, 20), (15, length)][number]
      choices.append(.days(from: first.adding(days: bounds.0), to: first.adding(days: bounds.1)))
    } else if length > 300, let third = first.adding(months: 4), let twoThirds = first.adding(months: 8), let half = first.adding(months: 6)
    {
      // Half a year for `early` and `late`, a third where there is a middle.
      if number == 0 { choices.append(.days(from: first, to: half)) }
      if number == 2 { choices.append(.days(from: half, to: after)) }
      choices.append([.days(from: first, to: third), .days(from: third, to: twoThirds), .days(from: twoThirds, to: after)][number])
    } else {
      let step = max(1, length / 3)
      let begin = first.adding(days: number == 0 ? 0 : number == 1 ? step : length - step)
      choices.append(.days(from: begin, to: number == 2 ? after : begin.adding(days: step)))
    }
    return choices
  }

  /// the week of April 10th, the week beginning February 4, week 31, week 3 of 2027.
  func weekOf(at start: Int) -> TimeReading? {
    if isDigit(source.byte(at: start)) { return numberedWeek(at: start) }
    guard isLetter(source.byte(at: start)) else { return nil }
    let opening = source.skipping(["the"], at: start)
    guard source.hasWord("week", at: opening) else { return nil }
    let next = source.spacesEnd(at: opening + 4)
    if let end = source.end(ofOneOf: ["of", "beginning on", "starting on", "beginning", "starting", "commencing"], at: next) {
      let first = source.spacesEnd(at: end)
      guard let day = simple(at: first) ?? ordinalDay(at: first), day.choices[0].isDay else { return nil }
      return day.mapped(to: start..<day.range.upperBound, rule: "week of a day") { $0.firstDay.map { [.week(of: $0)] } ?? [] }
    }
    let stop = source.digitsEnd(at: next)
    guard let number = source.integer(in: next..<stop), (1...53).contains(number), !isWordByte(source.byte(at: stop)) else { return nil }
    let behind = source.skipping(["of", "in"], at: source.spacesEnd(at: stop))
    if let year = dates.year(at: behind) { return week(number, of: year.value, opening..<year.end) }
    return reference.flatMap { week(number, of: $0.year, opening..<stop) }
  }

  /// 2018-W15.
  private func numberedWeek(at start: Int) -> TimeReading? {
    guard let year = dates.year(at: start), source.has("-W", at: year.end) else { return nil }
    let end = source.digitsEnd(at: year.end + 2)
    guard let number = source.integer(in: year.end + 2..<end), (1...53).contains(number) else { return nil }
    return week(number, of: year.value, start..<end)
  }

  private func week(_ number: Int, of year: Int, _ range: Range<Int>) -> TimeReading? {
    Week.first(of: .year(year)).map { TimeReading(range, [.week(of: $0.adding(days: 7 * (number - 1)))], rule: "week of the year") }
  }
}
