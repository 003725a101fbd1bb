internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Reads dates of the calendar as far as they are written: 7/11/2016, Nov. 7th, 七日.
struct DateReader {
  let source: Source
  let numerals: NumeralReader
  let reference: CalendarDay?

  /// A date, with what else its figures may mean: 1/2/2020 in either order.
  struct Found {
    var dates: [PartialDate]
    var end: Int
    /// A number that only other words make a date: the 2014 of `from 2014 to 2018`.
    var needsCue = false
    var rule: String

    init(_ dates: [PartialDate], to end: Int, rule: String) {
      self.dates = dates
      self.end = end
      self.rule = rule
    }
  }

  /// The date that begins at `start`.
  func read(at start: Int) -> Found? {
    let byte = source.byte(at: start)
    if isDigit(byte) {
      guard !isWordByte(source.byte(at: start - 1)), !isPartOfNumber(start) else { return nil }
      return (dayFirst(at: start) ?? numeric(at: start)).map(withoutPoint) ?? chinese(at: start) ?? bareYear(at: start)
    }
    if isLetter(byte) { return (monthFirst(at: start) ?? dayFirst(at: start)).map(withoutPoint) ?? spokenYear(at: start) }
    return byte >= 0xE3 ? chinese(at: start) : nil
  }

  /// Without the point that ends a sentence, or a short name of a month at the end: back in Sept.
  private func withoutPoint(_ found: Found) -> Found {
    var found = found
    if source.byte(at: found.end - 1) == UInt8(ascii: ".") { found.end -= 1 }
    return found
  }

  /// Whether the digits at `start` go on a number, an amount or another date before them: 3.5/7, $12.
  func isPartOfNumber(_ start: Int) -> Bool {
    switch source.byte(at: start - 1) {
    case UInt8(ascii: "$"): true
    case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ","): isDigit(source.byte(at: start - 2))
    case 0x20: source.byte(at: start - 2) == UInt8(ascii: "$")
    default: false
    }
  }

  /// 2014, which other words must make a year.
  private func bareYear(at start: Int) -> Found? {
    guard let year = year(at: start), isDigit(source.byte(at: start)), (1900...2100).contains(year.value) else { return nil }
    let next = source.byte(at: year.end)
    guard next != UInt8(ascii: "%"), next != UInt8(ascii: "/"), !(next == UInt8(ascii: ".") && isDigit(source.byte(at: year.end + 1)))
    else {
      return nil
    }
    var found = Found([PartialDate(year: year.value)], to: year.end, rule: "year")
    found.needsCue = true
    return found
  }

  /// two thousand and twenty behind `in` or `year`.
  private func spokenYear(at start: Int) -> Found? {
    guard source.hasOne(of: ["in", "year"], before: start), let year = year(at: start),
      !isLetter(source.byte(at: source.spacesEnd(at: year.end)))
    else { return nil }
    return Found([PartialDate(year: year.value)], to: year.end, rule: "year in words")
  }

  // MARK: Parts

  /// The name of a month at `offset`: Sept., december. `May` and `march` are other words too: they need a day, a year or a
  /// word before them that months have.
  func month(at offset: Int) -> (value: Int, end: Int)? {
    guard isLetter(source.byte(at: offset)), let word = source.timeWord(.monthName, at: offset),
      source.byte(at: offset - 1) != UInt8(ascii: "$")
    else { return nil }
    if word.number == 5 || source.hasWord("mar", at: offset) || source.hasWord("march", at: offset) {
      let next = source.spacesEnd(at: word.end)
      let isCapital = isUpper(source.byte(at: offset))
      let isMonth = isCapital && (source.byte(at: offset - 1) == UInt8(ascii: "-") || source.hasOne(of: Self.beforeMonths, before: offset))
      guard isMonth || dayOfMonth(at: next) != nil || isCapital && year(at: next) != nil || isDigit(source.byte(at: offset - 2)) else {
        return nil
      }
    }
    return (word.number, source.byte(at: word.end) == UInt8(ascii: ".") ? word.end + 1 : word.end)
  }

  private static let beforeMonths = [
    "in", "of", "since", "from", "until", "till", "to", "by", "before", "after", "this", "last", "next", "early", "late", "mid", "between",
    "and", "during", "through", "for",
  ]

  /// A day of a month: 9, 9th, ninth, `the 9th`.
  func dayOfMonth(at offset: Int) -> (value: Int, end: Int, isOrdinal: Bool)? {
    let start = source.skipping(["the"], at: offset)
    if isDigit(source.byte(at: start)) {
      let end = source.digitsEnd(at: start)
      guard end - start <= 2, let value = source.integer(in: start..<end), (1...31).contains(value) else { return nil }
      for suffix in ["st", "nd", "rd", "th"] where source.has(suffix, at: end) && !isWordByte(source.byte(at: end + 2)) {
        return (value, end + 2, true)
      }
      let next = source.byte(at: end)
      if next == UInt8(ascii: ".") || next == UInt8(ascii: ":"), isDigit(source.byte(at: end + 1)) { return nil }
      if next == UInt8(ascii: "/"), !isLetter(source.byte(at: end + 1)) { return nil }
      return isWordByte(next) || next == UInt8(ascii: "%") ? nil : (value, end, false)
    }
    guard isLetter(source.byte(at: start)), source.vocabulary.numberWords.match(in: source.bytes, at: start) != nil,
      case .numeral(let numeral)? = numerals.read(at: start), numeral.form == .ordinal || numeral.form == .cardinal,
      numeral.amount.shape == .exact, let value = numeral.amount.low.integer, (1...31).contains(value)
    else { return nil }
    return (value, numeral.range.upperBound, numeral.form == .ordinal)
  }

  /// A year of four digits or in words: 1998, two thousand and fifteen.
  func year(at offset: Int) -> (value: Int, end: Int)? {
    if isDigit(source.byte(at: offset)) {
      let end = source.digitsEnd(at: offset)
      guard end - offset == 4, let value = source.integer(in: offset..<end), (1500...2199).contains(value),
        !isWordByte(source.byte(at: end))
      else { return nil }
      return (value, end)
    }
    guard isLetter(source.byte(at: offset)), source.vocabulary.numberWords.match(in: source.bytes, at: offset) != nil,
      case .numeral(let numeral)? = numerals.read(at: offset), numeral.form == .cardinal, numeral.amount.shape == .exact,
      let value = numeral.amount.low.integer, (1500...2199).contains(value)
    else { return nil }
    return (value, numeral.range.upperBound)
  }
}
