internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Stretches and days that a length of time counts off.
extension TimeReader {
  /// in two weeks, the last 3 months, 5 past years, 过去十年, 前两天, 下三天.
  func counted(at start: Int) -> TimeReading? {
    guard let reference else { return nil }
    if source.hasWord("in", at: start) { return dayAhead(at: start, reference) }
    let opening = source.skipping(["over", "for", "within", "during"], at: start)
    let first = source.skipping(["the"], at: opening)
    return window(at: first, from: source.hasWord("within", at: start) ? start : first, reference)
  }

  /// in 3 days, in two years since 2011.
  private func dayAhead(at start: Int, _ reference: CalendarDay) -> TimeReading? {
    let first = source.spacesEnd(at: start + 2)
    guard first > start + 2, let length = length(at: first), isPlain(length), length.parts.allSatisfy({ $0.unit.isOnCalendar }) else {
      return nil
    }
    let next = source.spacesEnd(at: length.range.upperBound)
    if source.hasWord("since", at: next), let base = anchor(at: source.spacesEnd(at: next + 5)) {
      return base.mapped(to: start..<base.range.upperBound, rule: "length since a date") { period in
        period.firstDay.flatMap { length.day(1, from: $0) }.map { [.day($0)] } ?? []
      }
    }
    return length.day(1, from: reference).map {
      onWeekday(TimeReading(start..<length.range.upperBound, [.day($0)], rule: "length ahead"))
    }
  }

  /// more than two weeks ago, less than 3 days from today, over a year after May 2018: what lies before or behind the day.
  func exceeding(at start: Int) -> TimeReading? {
    for (words, isMore) in [(["more than", "over", "at least"], true), (["less than", "fewer than", "at most", "no more than"], false)] {
      guard let end = source.end(ofOneOf: words, at: start), let length = length(at: source.spacesEnd(at: end)), let day = placed(length),
        day.choices[0].isDay
      else { continue }
      let isBack = source.end(ofOneOf: ["ago", "before", "prior to"], at: source.spacesEnd(at: length.range.upperBound)) != nil
      var result = day.mapped(to: start..<day.range.upperBound, rule: "open stretch", isAnchored: true) { period in
        guard let begin = period.firstDay, period.isDay else { return [] }
        return [isMore == isBack ? .before(begin, begin.adding(days: -1).description) : .since(begin, period.edtf)]
      }
      result?.anchor = day.choices[0].edtf
      return result
    }
    return nil
  }

  /// Whether a length is said as it is: not `all day`, `another week`.
  private func isPlain(_ length: TimeLength) -> Bool {
    source.end(ofOneOf: ["all", "another"], at: length.range.lowerBound) == nil
  }

  /// Words that make what follows the time up to now or from now on.
  private static let backward = ["past", "last", "previous", "preceding", "过去", "最近", "近", "前", "上"]
  private static let forward = ["next", "coming", "upcoming", "following", "未来", "今后", "接下来", "往后", "后", "下"]

  /// last 3 months, next two quarters, 4 previous weeks, 过去十年, 前两个月.
  private func window(at offset: Int, from start: Int, _ reference: CalendarDay) -> TimeReading? {
    for (words, sign) in [(Self.backward, -1), (Self.forward, 1)] {
      if let end = source.end(ofOneOf: words, at: offset) {
        let first = source.spacesEnd(at: source.skipping(["的"], at: end))
        guard let length = length(at: first), source.byte(at: offset) < 0x80 || isCountedWindow(first), !isAgo(length),
          source.end(ofOneOf: ["of"], at: source.spacesEnd(at: length.range.upperBound)) == nil
        else { return nil }
        return window(length, sign, start..<length.range.upperBound, words: offset, reference)
      }
    }
    // 3 next weeks, the 2 upcoming months.
    guard source.byte(at: offset) < 0x80, numerals.mayBegin(at: offset), case .numeral(let numeral)? = numerals.read(at: offset),
      numeral.form == .cardinal, numeral.amount.shape == .exact, !numeral.hasMultiplier
    else { return nil }
    let next = source.spacesEnd(at: numeral.range.upperBound)
    for (words, sign) in [(Self.backward, -1), (Self.forward, 1)] {
      guard let end = source.end(ofOneOf: words, at: next), next < end, source.byte(at: next) < 0x80,
        let unit = unit(at: source.spacesEnd(at: end))
      else { continue }
      let length = TimeLength(range: offset..<unit.end, parts: [(numeral.amount.low, unit.unit)])
      return window(length, sign, start..<unit.end, words: offset, reference)
    }
    return nil
  }

  /// 前10天 counts; 前半 and 上个 do not.
  private func isCountedWindow(_ offset: Int) -> Bool {
    isDigit(source.byte(at: offset)) || ChineseSign(source.character(at: offset)) != nil && source.character(at: offset) != "半"
  }

  /// 最近三年前: the words go with what follows them.
  private func isAgo(_ length: TimeLength) -> Bool { source.has("前", at: length.range.upperBound) }

  /// The stretch of `length` before or after the reference date: quarters, decades and what 前 counts are whole ones of the calendar.
  private func window(_ length: TimeLength, _ sign: Int, _ range: Range<Int>, words: Int, _ reference: CalendarDay) -> TimeReading? {
    guard length.parts.allSatisfy({ $0.unit.isOnCalendar }) else { return nil }
    var choices: [CalendarPeriod] = []
    let single = length.parts.count == 1 ? length.parts.first?.unit : nil
    let isWhole = single == .quarter || single == .decade || single == .century
    let mayBeWhole = source.end(ofOneOf: ["前", "后", "上", "下"], at: words) != nil
    if isWhole || mayBeWhole, let unit = single, unit != .day, unit != .workday, let current = unit.period(holding: reference),
      let first = current.firstDay, let after = current.dayAfter
    {
      if sign < 0, let begin = length.day(-1, from: first) { choices.append(.days(from: begin, to: first)) }
      if sign > 0, let end = length.day(1, from: after) { choices.append(.days(from: after, to: end)) }
    }
    if !isWhole {
      let next = reference.adding(days: 1)
      if sign < 0, let begin = length.day(-1, from: reference) { choices.append(.days(from: begin, to: reference)) }
      if sign > 0, let end = length.day(1, from: next) { choices.append(.days(from: next, to: end)) }
    }
    return choices.isEmpty ? nil : TimeReading(range, choices, rule: "stretch counted from the reference date")
  }

  // MARK: A length with its place behind it

  /// three days ago, 两周后, 2 weeks before May 13, 16 days from Tuesday, a week starting tomorrow; nil for a mere length.
  func placed(_ length: TimeLength) -> TimeReading? {
    guard let reference, length.parts.allSatisfy({ $0.unit.isOnCalendar }) else { return nil }
    let start = length.range.lowerBound
    let end = length.range.upperBound
    let next = source.spacesEnd(at: end)
    if let stop = source.end(ofOneOf: ["ago", "之前", "以前", "前"], at: next), !source.has("前期", at: next), !source.has("前后", at: next) {
      return ago(length, start..<stop, reference)
    }
    if let stop = source.end(ofOneOf: ["later", "from now", "from today", "hence", "之后", "以后", "后"], at: next), !isStarting(length) {
      return length.day(1, from: reference).map { TimeReading(start..<stop, [.day($0)], rule: "length ahead") }
    }
    if let base = starting(length) { return base }
    for (words, sign) in [(["after", "from", "since"], 1), (["before", "prior to"], -1)] {
      guard let stop = source.end(ofOneOf: words, at: next), let base = anchor(at: source.spacesEnd(at: stop)) else { continue }
      return base.mapped(to: start..<base.range.upperBound, rule: "length from a date") { period in
        period.firstDay.flatMap { length.day(sign, from: $0) }.map { [.day($0)] } ?? []
      }
    }
    return nil
  }

  /// Whether `for` makes the length one that begins with what follows: for 3 days from today.
  private func isStarting(_ length: TimeLength) -> Bool { source.hasOne(of: ["for"], before: length.range.lowerBound) }

  /// 2 weeks starting May 20th, for 3 days from today: the stretch itself.
  private func starting(_ length: TimeLength) -> TimeReading? {
    let end = length.range.upperBound
    let next = source.spacesEnd(at: source.byte(at: end) == UInt8(ascii: ",") ? end + 1 : end)
    let words = ["starting from", "starting on", "starting", "beginning on", "beginning"] + (isStarting(length) ? ["from"] : [])
    guard let stop = source.end(ofOneOf: words, at: next), let base = anchor(at: source.spacesEnd(at: stop)) else { return nil }
    return base.mapped(to: length.range.lowerBound..<base.range.upperBound, rule: "length from its beginning") { period in
      guard let first = period.firstDay, let after = length.day(1, from: first) else { return [] }
      return [.days(from: first, to: after)]
    }
  }

  /// The day that lies `length` back; a number of one unit may also mean the whole week, month or year.
  private func ago(_ length: TimeLength, _ range: Range<Int>, _ reference: CalendarDay) -> TimeReading? {
    guard let day = length.day(-1, from: reference) else { return nil }
    var choices: [CalendarPeriod] = [.day(day)]
    if length.parts.count == 1, let whole = length.parts[0].unit.period(holding: day), !whole.isDay { choices.append(whole) }
    return TimeReading(range, choices, rule: "time ago")
  }

  /// The date that a length is counted from: the one to come where it has no year; `now` is the reference date.
  private func anchor(at offset: Int) -> TimeReading? {
    if let present = present(at: offset) { return present }
    let next = source.skipping(["the year", "year", "the"], at: offset)
    guard var found = atom(at: offset) ?? atom(at: next) else { return nil }
    if found.written?.year == nil { found.choices.reverse() }
    return found
  }

  /// now, 现在, today's date: the reference date itself.
  func present(at offset: Int) -> TimeReading? {
    guard let reference,
      let end = source.end(
        ofOneOf: ["now", "the present", "present", "current date", "至今", "现在", "目前"] + (source.has("至", at: offset - 3) ? ["今"] : []),
        at: offset)
    else { return nil }
    return TimeReading(offset..<end, [.day(reference)], rule: "the present")
  }
}
