internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Reads dates, stretches of days and lengths of time of every sort: next Tuesday, from 3 to 12 September, the last two weeks.
///
/// Only for texts that are asked for their times. Articles are read for figures, where 2/15 is a fraction and `in two weeks` a length.
struct TimeReader {
  let source: Source
  let reference: CalendarDay?
  let numerals: NumeralReader
  let parts: PartReader
  let dates: DateReader
  let periods: PeriodReader
  /// Whether only lengths are asked for: 10月 is then ten months.
  let lengthsFirst: Bool

  init(source: Source, numerals: NumeralReader, periods: PeriodReader, lengthsFirst: Bool) {
    self.source = source
    self.numerals = numerals
    self.periods = periods
    self.lengthsFirst = lengthsFirst
    reference = periods.reference
    parts = PartReader(source: source)
    dates = DateReader(source: source, numerals: numerals, reference: periods.reference)
  }

  enum Found {
    case time(TimeReading)
    case length(TimeLength)
    /// Words of time that name no one stretch: every Monday.
    case leftAlone(Range<Int>)
  }

  /// What of time begins at `start`.
  func read(at start: Int) -> Found? {
    guard mayBegin(at: start) else { return nil }
    if let range = repeated(at: start) ?? otherCalendar(at: start) { return .leftAlone(range) }
    if let time = exceeding(at: start) ?? prefixed(at: start) ?? counted(at: start) { return .time(time) }
    if let range = title(at: start) { return .leftAlone(range) }
    if lengthsFirst || !isDate(at: start), let length = length(at: start) {
      return placed(length).map { .time(onWeekday($0)) } ?? .length(length)
    }
    if let days = bareDays(at: start) { return .time(days) }
    guard let first = atom(at: start), !first.needsCue || openBehind(first) != nil || ranged(from: first, opening: nil) != nil else {
      return nil
    }
    return .time(ranged(from: first, opening: nil) ?? openBehind(first) ?? first)
  }

  /// Whether the character at `start` can begin words of time: the quick test that spares the look-ups.
  private func mayBegin(at start: Int) -> Bool {
    guard source.byte(at: start) >= 0x80 else { return true }
    let character = source.character(at: start)
    return ChineseSign(character) != nil || Self.openers.contains(character) || source.vocabulary.timeOpeners.contains(character)
  }

  /// What the words of this grammar begin with, besides those of the lexicon.
  private static let openers: Set<Unicode.Scalar> = Set("从自在截过最近前后上下未今接往每农阴旧公大正腊年月半个分周第民½¼".unicodeScalars)

  /// every Monday, each week, 每周一, 每天.
  private func repeated(at start: Int) -> Range<Int>? {
    guard let end = source.end(ofOneOf: ["every other", "every", "each", "每个", "每"], at: start) else { return nil }
    let next = source.spacesEnd(at: end)
    if let word = source.timeWord(.weekday, .monthName, .season, at: next) { return start..<word.end }
    return unit(at: next).map { start..<$0.end }
  }

  /// Whether 2018年, 3月, 29日, the 90s or the 2010s stand at `start`, which are no lengths.
  private func isDate(at start: Int) -> Bool {
    guard isDigit(source.byte(at: start)) || source.byte(at: start) >= 0xE3 else { return false }
    if isDigit(source.byte(at: start)), source.has("0s", at: source.digitsEnd(at: start) - 1) {
      return decade(at: start) != nil || calendarPeriod(at: start) != nil
    }
    return dates.chinese(at: start) != nil
  }

  /// 今日头条, 《明日之后》: a name that begins with a word for a day.
  private func title(at start: Int) -> Range<Int>? {
    guard source.byte(at: start) >= 0xE3, let word = source.timeWord(.day, at: start) else { return nil }
    return source.has("《", at: start - 3) || source.has("头条", at: word.end) ? start..<word.end : nil
  }

  // MARK: One date or stretch of the calendar

  /// One date or stretch, without the words that bound it: 7 November, next week, the first week of 2015, early September.
  func atom(at start: Int) -> TimeReading? {
    guard isDigit(source.byte(at: start)) || isLetter(source.byte(at: start)) || source.byte(at: start) >= 0xE3 else { return nil }
    guard !isLetter(source.byte(at: start)) || !isWordByte(source.byte(at: start - 1)) else { return nil }
    if let part = portion(at: start) ?? chinesePortion(at: start) ?? numbered(at: start) ?? weekOf(at: start) ?? dayBeside(at: start) {
      return part
    }
    guard let whole = simple(at: start) else { return nil }
    return portion(of: whole) ?? numbered(in: whole) ?? withPartBehind(whole)
  }

  /// A date, a day of the week, a holiday or words seen from the reference date.
  func simple(at start: Int) -> TimeReading? { named(at: start) ?? written(at: start) }

  /// A stretch that words name: Friday, FY18, next week, Halloween, yesterday, summer 2016, 康熙三年.
  private func named(at start: Int) -> TimeReading? {
    if let reading = weekdayFirst(at: start) ?? fiscalYear(at: start) ?? shifted(at: start) { return reading }
    return holiday(at: start) ?? relativeWord(at: start) ?? season(at: start) ?? era(at: start)
  }

  /// A date of the calendar, a decade, a quarter.
  private func written(at start: Int) -> TimeReading? {
    date(at: start) ?? decade(at: start) ?? calendarPeriod(at: start) ?? bareWeekend(at: start)
  }

  /// A date as far as it is written.
  private func date(at start: Int) -> TimeReading? {
    guard let found = dates.read(at: start) else { return nil }
    if found.needsCue, let period = calendarPeriod(at: start) { return period }
    if source.vocabulary.times.matches(in: source.bytes, at: start).contains(where: { $0.entry.kind == .holiday }) { return nil }
    return reading(of: found, from: start)
  }

  /// `found` on the calendar; nil where it needs a reference date and there is none.
  func reading(of found: DateReader.Found, from start: Int) -> TimeReading? {
    var choices: [CalendarPeriod] = []
    for date in found.dates { choices += date.choices(seenFrom: reference).filter { !choices.contains($0) } }
    guard !choices.isEmpty else { return nil }
    var reading = TimeReading(start..<found.end, choices, rule: found.rule)
    reading.written = found.dates[0]
    reading.otherOrder = found.dates.count > 1 ? found.dates[1] : nil
    reading.needsCue = found.needsCue
    reading.isRelative = found.dates[0].year == nil
    guard found.dates[0].month == nil, let year = found.dates[0].year else { return reading }
    let next = source.skipping(["的"], at: found.end)
    if let holiday = holiday(at: next, in: year, from: start) { return holiday }
    if source.byte(at: next) >= 0xE3, let season = source.timeWord(.season, at: next) {
      return self.season(season.number, year, start..<season.end)
    }
    // 2018年第一季度, 2018年上半年: the part stands behind the year.
    if let whole = calendarPeriod(at: start), whole.range.upperBound > found.end {
      return whole
    }
    return reading
  }

  /// What the reader of calendar periods makes of the words at `start`: Q3 2024, FY2023, 90年代, (2021).
  private func calendarPeriod(at start: Int) -> TimeReading? {
    guard !dates.isPartOfNumber(start), case .period(let period)? = periods.read(at: start, floor: start),
      !period.calendar.edtf.contains("/") || period.calendar.edtf.contains("X")
    else { return nil }
    var reading = TimeReading(start..<max(period.range.upperBound, start + 1), [period.calendar], rule: period.rule)
    reading.isRelative = period.isRelative
    return reading
  }

  /// 今天, 去年8月, yesterday, the year before last: words that say how far off a stretch is.
  private func relativeWord(at start: Int) -> TimeReading? {
    guard let reference, let word = source.timeWord(.year, .quarter, .month, .week, .day, at: start) else { return nil }
    let unit: TimeUnit =
      switch word.kind {
      case .year: .year
      case .quarter: .quarter
      case .month: .month
      case .week: .week
      default: .day
      }
    return shiftedUnit(unit, by: word.number, from: start, to: word.end, reference)
  }
}
