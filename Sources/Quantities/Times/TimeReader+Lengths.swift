internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Lengths of time.
extension TimeReader {
  /// 两个半小时, an hour and a half, 2 years, 3 months, 1 hour thirty, a few days: one or more numbers of units.
  func length(at start: Int) -> TimeLength? {
    guard let first = part(at: start) else { return nil }
    var length = TimeLength(range: start..<first.end, parts: [(first.count, first.unit)])
    for _ in 0..<5 {
      guard let next = nextPart(length) else { break }
      length.parts.append((next.count, next.unit))
      length.range = start..<next.end
    }
    return length
  }

  private typealias Part = (count: ExactDecimal, unit: TimeUnit, end: Int)

  /// The part behind those of `length`: ` and 30 minutes`, `零三个月`, ` and a half`, ` thirty` of an hour.
  private func nextPart(_ length: TimeLength) -> Part? {
    guard let last = length.parts.last else { return nil }
    let end = length.range.upperBound
    var next = source.spacesEnd(at: end)
    if source.byte(at: end) == UInt8(ascii: ",") { next = source.spacesEnd(at: end + 1) }
    let joint = source.skipping(["and", "又", "零", "加"], at: next)
    for (words, value) in [(["a half", "half"], "0.5"), (["a quarter", "quarter"], "0.25")] where joint > next && length.parts.count == 1 {
      guard let stop = source.end(ofOneOf: words, at: joint),
        unit(at: source.skipping(["of", "an", "a"], at: source.spacesEnd(at: stop))) == nil,
        let count = ExactDecimal(value)
      else { continue }
      return (count, last.unit, stop)
    }
    if let part = part(at: joint), !length.parts.contains(where: { $0.unit == part.unit }) {
      return part.unit.isOnCalendar || last.unit.seconds > part.unit.seconds ? part : nil
    }
    if source.has("时", at: source.digitsEnd(at: joint)), isDigit(source.byte(at: joint)), last.unit == .day,
      let count = source.integer(in: joint..<source.digitsEnd(at: joint))
    {
      return (ExactDecimal(count), .hour, source.digitsEnd(at: joint) + 3)
    }
    guard last.unit == .hour, length.parts.count == 1 else { return nil }
    if let number = periods.smallNumber(at: joint), source.has("分", at: number.end), !source.has("分之", at: number.end) {
      return (ExactDecimal(number.value), .minute, number.end + (source.has("分钟", at: number.end) ? 6 : 3))
    }
    return joint > end ? bareMinutes(at: joint) : nil
  }

  /// The thirty of `1 hour thirty`: a number below 60 that counts nothing else.
  private func bareMinutes(at offset: Int) -> Part? {
    guard numerals.mayBegin(at: offset), case .numeral(let numeral)? = numerals.read(at: offset), numeral.form == .cardinal,
      numeral.amount.shape == .exact, let count = numeral.amount.low.integer, (1...59).contains(count)
    else { return nil }
    let end = numeral.range.upperBound
    let next = source.byte(at: end)
    guard !isWordByte(source.byte(at: source.spacesEnd(at: end))), next < 0x80, next != UInt8(ascii: "%"), next != UInt8(ascii: ":") else {
      return nil
    }
    return (numeral.amount.low, .minute, end)
  }

  /// One number of one unit.
  private func part(at start: Int) -> Part? {
    guard numerals.mayBegin(at: start) else { return nil }
    if isLetter(source.byte(at: start)), let part = wordPart(at: start) { return part }
    if let part = chinesePart(at: start) ?? quarterHours(at: start) ?? fiveMinutes(at: start) ?? letterPart(at: start) { return part }
    guard case .numeral(let numeral)? = numerals.read(at: start), numeral.form == .cardinal || numeral.form == .fraction,
      numeral.amount.shape == .exact || numeral.amount.shape == .approximate
    else { return nil }
    let next = source.spacesEnd(at: numeral.range.upperBound)
    if let workdays = unit(at: next), workdays.unit == .workday || workdays.unit == .quarter && numeral.form == .cardinal {
      return isFraction(workdays) ? nil : (numeral.amount.low, workdays.unit, workdays.end)
    }
    let figure = parts.read(numeral, floor: start)
    if let unit = figure.unit, unit.base.dimension == .time, unit.per == nil, let timeUnit = TimeUnit(named: unit.name),
      figure.start == start
    {
      return (figure.amount.low, timeUnit, figure.end)
    }
    return quarterOf(numeral)
  }

  /// `three quarters of an hour`: no quarters of a year.
  private func isFraction(_ unit: (unit: TimeUnit, end: Int)) -> Bool {
    guard unit.unit == .quarter else { return false }
    let next = source.spacesEnd(at: unit.end)
    return source.hasWord("of", at: next)
      && self.unit(at: source.skipping(["an", "a", "the"], at: source.spacesEnd(at: next + 2))) != nil || self.unit(at: next) != nil
  }

  /// one and a quarter of hour, one and three quarters of hours, two and quarter hour, 1 and half an hour.
  private func quarterOf(_ numeral: Numeral) -> Part? {
    var amount = numeral.amount.low
    var end = source.spacesEnd(at: numeral.range.upperBound)
    let quarter = source.skipping(["and"], at: end)
    let word = source.end(ofOneOf: ["a quarter", "quarter", "a half", "half"], at: quarter)
    if quarter > end, let word, let more = ExactDecimal(source.has("half", at: word - 4) ? "0.5" : "0.25"), let sum = amount.adding(more) {
      amount = sum
      end = source.spacesEnd(at: word)
    } else if amount.integer != nil {
      return nil
    }
    let unit = unit(at: source.skipping(["of an", "of a", "of", "an", "a"], at: end))
    return unit.flatMap { $0.unit == .quarter ? nil : (amount, $0.unit, $0.end) }
  }

  /// a month, another day, all week, a few hours, several weeks, a couple of days, one and quarter hour.
  private func wordPart(at start: Int) -> Part? {
    let quarter = source.skipping(["a"], at: start)
    if source.hasWord("quarter", at: quarter), let count = ExactDecimal("0.25"),
      let end = source.end(ofOneOf: ["of an", "of a"], at: source.spacesEnd(at: quarter + 7)),
      let unit = unit(at: source.spacesEnd(at: end))
    {
      return (count, unit.unit, unit.end)
    }
    for (words, count) in [
      (["a couple of", "couple of", "a couple", "couple"], 2), (["a few", "few", "several"], 3),
      (["all", "another", "a whole", "a full", "a", "an", "one"], 1),
    ] {
      guard let end = source.end(ofOneOf: words, at: start), source.byte(at: end) == 0x20, let unit = unit(at: end + 1) else { continue }
      // `a second wave`, `one quarter of hours`, `a day` within a greeting are other things.
      let next = source.spacesEnd(at: unit.end)
      if unit.unit == .second && count == 1, isLetter(source.byte(at: next)), source.end(ofOneOf: ["ago", "later", "and"], at: next) == nil
      {
        return nil
      }
      guard unit.unit != .quarter || count > 1 else { return nil }
      return (ExactDecimal(count), unit.unit, unit.end)
    }
    return nil
  }

  /// 五分半钟, 一分半, 分半钟, 个半钟, 一个半钟: minutes and hours with a half.
  private func chinesePart(at start: Int) -> Part? {
    guard source.byte(at: start) >= 0xE3 || isDigit(source.byte(at: start)) else { return nil }
    let number = periods.smallNumber(at: start)
    let next = number?.end ?? start
    let isHour = source.has("个半", at: next)
    guard isHour || source.has("分半", at: next), let half = ExactDecimal("0.5"), let count = ExactDecimal(number?.value ?? 1).adding(half)
    else {
      return nil
    }
    if isHour { return source.has("钟", at: next + 6) ? (count, .hour, next + (source.has("钟头", at: next + 6) ? 12 : 9)) : nil }
    return (count, .minute, next + (source.has("钟", at: next + 6) ? 9 : 6))
  }

  /// 一刻钟: a quarter of an hour each.
  private func quarterHours(at start: Int) -> Part? {
    let pair = source.has("两", at: start) ? (value: 2, end: start + 3) : nil
    guard let number = pair ?? periods.smallNumber(at: start), source.has("刻钟", at: number.end) else { return nil }
    return (ExactDecimal(15 * number.value), .minute, number.end + 6)
  }

  /// 三个字 is a quarter of an hour in Cantonese, where lengths are asked for.
  private func fiveMinutes(at start: Int) -> Part? {
    guard lengthsFirst, let number = periods.smallNumber(at: start), source.has("个字", at: number.end) else { return nil }
    return (ExactDecimal(5 * number.value), .minute, number.end + 6)
  }

  /// 10D, 3Y, 2m: a capital or small letter right behind the figure, or a lone m.
  private func letterPart(at start: Int) -> Part? {
    guard isDigit(source.byte(at: start)) else { return nil }
    let end = source.digitsEnd(at: start)
    guard end - start <= 4, let count = source.integer(in: start..<end) else { return nil }
    let offset = source.byte(at: end) == 0x20 && source.byte(at: end + 1) == UInt8(ascii: "m") ? end + 1 : end
    guard !isWordByte(source.byte(at: offset + 1)) || goesOn(at: offset + 1) else { return nil }
    let unit: TimeUnit
    switch source.byte(at: offset) {
    case UInt8(ascii: "D"), UInt8(ascii: "d"): unit = .day
    case UInt8(ascii: "Y"), UInt8(ascii: "y"): unit = .year
    case UInt8(ascii: "W"), UInt8(ascii: "w"): unit = .week
    case UInt8(ascii: "h"): unit = .hour
    case UInt8(ascii: "m"): unit = .minute
    case UInt8(ascii: "s"): unit = .second
    default: return nil
    }
    return (ExactDecimal(count), unit, offset + 1)
  }

  /// Whether a smaller unit follows without a space: the 30m of 1h30m.
  private func goesOn(at offset: Int) -> Bool {
    let end = source.digitsEnd(at: offset)
    guard end > offset, end - offset <= 2, !isWordByte(source.byte(at: end + 1)) || isDigit(source.byte(at: end + 1)) else { return false }
    return source.byte(at: end) == UInt8(ascii: "m") || source.byte(at: end) == UInt8(ascii: "s")
  }
}
