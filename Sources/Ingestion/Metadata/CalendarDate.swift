internal import SourceText

/// A day or month as pages write it.
struct CalendarDate: Equatable {
  var year: Int
  var month: Int
  /// Nil where only the month is written.
  var day: Int?

  private static let daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  /// The web's years: an earlier or later one is no date of publication.
  private static let years = 1991...2099

  /// Nil for what is no day of the calendar.
  init?(year: Int, month: Int, day: Int?) {
    guard Self.years.contains(year), (1...12).contains(month) else { return nil }
    if let day { guard day >= 1, day <= Self.daysOfMonth[month - 1] else { return nil } }
    self.year = year
    self.month = month
    self.day = day
  }

  /// EDTF level 0: `2023-08-09` or `2023-08`.
  var edtf: String {
    let base = "\(year)-\(month < 10 ? "0" : "")\(month)"
    return day.map { "\(base)-\($0 < 10 ? "0" : "")\($0)" } ?? base
  }
}

extension CalendarDate {
  /// The first date with a day in `range`: `2023-08-09`, `2023/8/9`, `2023.08.09`, `2023年8月9日`, `20230809`,
  /// `August 9, 2023`, `9 Aug. 2023`. Cost: linear.
  static func first(in text: [UInt8], _ range: Range<Int>) -> CalendarDate? {
    var offset = range.lowerBound
    var wordStart: Int?
    while offset < range.upperBound {
      let byte = text[offset]
      if isDigit(byte) {
        let number = digits(in: text, at: offset, end: range.upperBound)
        if let date = numeric(in: text, number, end: range.upperBound) ?? beforeMonth(in: text, number, end: range.upperBound) {
          return date
        }
        offset = number.end
        wordStart = nil
      } else if byte | 0x20 >= UInt8(ascii: "a"), byte | 0x20 <= UInt8(ascii: "z") {
        if wordStart == nil {
          wordStart = offset
          if let date = afterMonth(in: text, at: offset, end: range.upperBound) { return date }
        }
        offset += 1
      } else {
        wordStart = nil
        offset += 1
      }
    }
    return nil
  }

  private struct Number {
    var value: Int
    var start: Int
    var end: Int
    var count: Int { end - start }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// The digits at `offset`; the value is right for up to eight of them.
  private static func digits(in text: [UInt8], at offset: Int, end: Int) -> Number {
    var value = 0
    var stop = offset
    while stop < end, isDigit(text[stop]) {
      if stop - offset < 9 { value = value * 10 + Int(text[stop] - 0x30) }
      stop += 1
    }
    return Number(value: value, start: offset, end: stop)
  }

  /// A year first: four digits, a mark, the month, the mark, the day; or eight digits.
  private static func numeric(in text: [UInt8], _ year: Number, end: Int) -> CalendarDate? {
    if year.count == 8 { return CalendarDate(year: year.value / 10000, month: year.value / 100 % 100, day: year.value % 100) }
    guard year.count == 4, let monthStart = skipMark(in: text, at: year.end, end: end, ideograph: 0x5E74) else { return nil }
    let month = digits(in: text, at: monthStart, end: end)
    guard month.count >= 1, month.count <= 2, let dayStart = skipMark(in: text, at: month.end, end: end, ideograph: 0x6708) else {
      return month.count == 4 ? CalendarDate(year: year.value, month: month.value / 100, day: month.value % 100) : nil
    }
    let day = digits(in: text, at: dayStart, end: end)
    guard day.count >= 1, day.count <= 2 else { return nil }
    return CalendarDate(year: year.value, month: month.value, day: day.value)
  }

  /// One past `-`, `/`, `.`, `_` or the ideograph (年, 月) with spaces around it, where a digit follows.
  private static func skipMark(in text: [UInt8], at offset: Int, end: Int, ideograph: UInt32) -> Int? {
    var position = offset
    while position < end, text[position] == 0x20 { position += 1 }
    guard position < end else { return nil }
    let (scalar, width) = text.scalar(at: position)
    guard [0x2D, 0x2F, 0x2E, 0x5F, ideograph].contains(scalar) else { return nil }
    position += width
    while position < end, text[position] == 0x20 { position += 1 }
    return position < end && isDigit(text[position]) ? position : nil
  }

  private static let monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].map {
    Array($0.utf8)
  }
  private static let longMonthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "sept",
  ]

  /// A month's name at `offset`, whole or cut to three letters (four for Sept), and where it ends.
  private static func month(in text: [UInt8], at offset: Int, end: Int) -> (Int, Int)? {
    var stop = offset
    var name: [UInt8] = []
    while stop < end, name.count < 10, text[stop] | 0x20 >= 0x61, text[stop] | 0x20 <= 0x7A {
      name.append(text[stop] | 0x20)
      stop += 1
    }
    guard name.count >= 3, let index = monthNames.firstIndex(where: { name.starts(with: $0) }) else { return nil }
    guard name.count == 3 || longMonthNames.contains(String(decoding: name, as: UTF8.self)) else { return nil }
    if stop < end, text[stop] == UInt8(ascii: ".") { stop += 1 }
    return (index + 1, stop)
  }

  /// `August 9, 2023`
  private static func afterMonth(in text: [UInt8], at offset: Int, end: Int) -> CalendarDate? {
    guard let (month, stop) = month(in: text, at: offset, end: end), let dayStart = skipSpaces(in: text, at: stop, end: end) else {
      return nil
    }
    let day = digits(in: text, at: dayStart, end: end)
    guard day.count <= 2, let yearStart = skipSpaces(in: text, at: skipOrdinal(in: text, at: day.end, end: end), end: end) else {
      return nil
    }
    let year = digits(in: text, at: yearStart, end: end)
    return year.count == 4 ? CalendarDate(year: year.value, month: month, day: day.value) : nil
  }

  /// `9 August 2023`
  private static func beforeMonth(in text: [UInt8], _ day: Number, end: Int) -> CalendarDate? {
    var monthStart = skipOrdinal(in: text, at: day.end, end: end)
    while monthStart < end, text[monthStart] == 0x20 || text[monthStart] == UInt8(ascii: "-") { monthStart += 1 }
    guard day.count <= 2, monthStart < end, let (month, stop) = month(in: text, at: monthStart, end: end) else { return nil }
    guard let yearStart = skipSpaces(in: text, at: stop, end: end) else { return nil }
    let year = digits(in: text, at: yearStart, end: end)
    return year.count == 4 ? CalendarDate(year: year.value, month: month, day: day.value) : nil
  }

  /// One past spaces, commas and hyphens, where a digit follows.
  private static func skipSpaces(in text: [UInt8], at offset: Int, end: Int) -> Int? {
    var position = offset
    while position < end, text[position] == 0x20 || text[position] == UInt8(ascii: ",") || text[position] == UInt8(ascii: "-") {
      position += 1
    }
    return position < end && isDigit(text[position]) ? position : nil
  }

  /// One past `st`, `nd`, `rd`, `th`.
  private static func skipOrdinal(in text: [UInt8], at offset: Int, end: Int) -> Int {
    guard offset + 2 <= end else { return offset }
    let ending = String(decoding: text[offset..<offset + 2], as: UTF8.self)
    return ["st", "nd", "rd", "th"].contains(ending) ? offset + 2 : offset
  }
}
