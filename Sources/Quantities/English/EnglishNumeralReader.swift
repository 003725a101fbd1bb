internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Reads English numerals in words: twelve hundred, half a million, two and a half billion, two-thirds, tens of thousands.
struct EnglishNumeralReader {
  let source: Source

  /// The numeral that begins with the word at `start`; nil where no number word stands or it is no numeral.
  func read(at start: Int) -> NumeralReading? {
    guard let word = source.vocabulary.numberWords.match(in: source.bytes, at: start) else {
      return pluralScale(at: start) ?? bareScale(from: start)
    }
    switch word.word {
    case .multiple(let value, let over): return multiple(value, over: over, range: start..<word.end)
    case .small, .tens: return count(from: start)
    case .article: return afterArticle(from: start, at: word.end)
    case .half: return half(from: start, end: word.end)
    case .few: return few(from: start, at: word.end)
    case .couple: return couple(from: start, at: word.end)
    case .ordinal(let value): return value == 2 && word.isPlural ? nil : ordinal(value, range: start..<word.end)
    case .hundred where !word.isPlural: return bareScale(from: start)
    case .dozen, .hundred: return word.isPlural ? pluralScale(at: start) : nil
    case .quarter: return word.isPlural ? nil : quarterOfScale(from: start, at: word.end)
    case .and, .point: return nil
    }
  }

  // MARK: Counting

  /// Numbers in words from `start`, as far as they go.
  private func count(from start: Int) -> NumeralReading? {
    var assembly = EnglishAssembly()
    var end = start
    var next: Int? = start
    while let position = next, let taken = take(&assembly, at: position) {
      end = taken
      next = wordStart(after: taken)
    }
    return close(&assembly, range: start..<end)
  }

  /// Takes one word, or `and` with the word behind it; the offset behind what was taken.
  func take(_ assembly: inout EnglishAssembly, at position: Int) -> Int? {
    if let word = source.vocabulary.numberWords.match(in: source.bytes, at: position) {
      switch word.word {
      case .small(let value): return assembly.takeSmall(value) ? word.end : nil
      case .tens(let value): return assembly.takeTens(value) ? word.end : nil
      case .hundred: return !word.isPlural && assembly.takeHundred() ? word.end : nil
      case .dozen: return assembly.takeDozen() ? word.end : nil
      case .and:
        guard let next = wordStart(after: word.end), source.byte(at: word.end) == 0x20 else { return nil }
        if let end = fractionTail(&assembly, at: next) { return end }
        guard assembly.canJoinWithAnd, let number = source.vocabulary.numberWords.match(in: source.bytes, at: next) else { return nil }
        switch number.word {
        case .small(let value): return assembly.takeSmall(value) ? number.end : nil
        case .tens(let value): return assembly.takeTens(value) ? number.end : nil
        default: return nil
        }
      case .point: return takePoint(&assembly, at: word.end)
      default: return nil
      }
    }
    guard let multiplier = multiplier(at: position), assembly.takeMultiplier(multiplier.power) else { return nil }
    return multiplier.end
  }

  /// `a half`, `a quarter`, `two thirds` behind `and`.
  private func fractionTail(_ assembly: inout EnglishAssembly, at position: Int) -> Int? {
    guard let first = source.vocabulary.numberWords.match(in: source.bytes, at: position) else { return nil }
    if case .half = first.word { return assembly.takeFraction(1, over: 2) ? first.end : nil }
    var numerator = 1
    switch first.word {
    case .article: break
    case .small(let value) where value > 0: numerator = value
    default: return nil
    }
    guard let next = wordStart(after: first.end), let name = source.vocabulary.numberWords.match(in: source.bytes, at: next) else {
      return nil
    }
    guard let denominator = Self.denominator(name.word) else { return nil }
    return assembly.takeFraction(numerator, over: denominator) ? name.end : nil
  }

  static func denominator(_ word: NumberWord) -> Int? {
    switch word {
    case .half: 2
    case .quarter: 4
    case .ordinal(let value) where value > 2: value
    default: nil
    }
  }

  private func takePoint(_ assembly: inout EnglishAssembly, at offset: Int) -> Int? {
    var end = offset
    var digits: [Int] = []
    while let next = wordStart(after: end), let word = source.vocabulary.numberWords.match(in: source.bytes, at: next), digits.count < 30 {
      switch word.word {
      case .small(let value) where value < 10: digits.append(value)
      case .small(let value): digits += [value / 10, value % 10]
      case .tens(let value):
        // point seventy-one: both digits at once.
        if source.byte(at: word.end) == UInt8(ascii: "-"),
          let ones = source.vocabulary.numberWords.match(in: source.bytes, at: word.end + 1),
          case .small(let unit) = ones.word, unit < 10
        {
          digits += [value / 10, unit]
          end = ones.end
          continue
        }
        digits += [value / 10, 0]
      default: return !digits.isEmpty && assembly.takeDecimals(digits) ? end : nil
      }
      end = word.end
    }
    return !digits.isEmpty && assembly.takeDecimals(digits) ? end : nil
  }

  func close(_ assembly: inout EnglishAssembly, range: Range<Int>) -> NumeralReading? {
    if let fraction = namedFraction(assembly, range: range) { return fraction }
    if let ordinal = ordinalEnd(assembly, range: range) { return ordinal }
    guard let value = assembly.total else {
      return assembly.isTooLarge ? .refused(range, reason: "more digits than a figure has") : nil
    }
    var numeral = self.numeral(value, range: range, digits: assembly.digits, rule: "English number words")
    numeral.hasMultiplier = assembly.hasMultiplier
    numeral.trailingPower = assembly.trailingPower
    return .numeral(numeral)
  }

  /// two-thirds, three quarters, one half.
  private func namedFraction(_ assembly: EnglishAssembly, range: Range<Int>) -> NumeralReading? {
    guard let numerator = assembly.simple, numerator > 0, let next = wordStart(after: range.upperBound) else { return nil }
    guard let name = source.vocabulary.numberWords.match(in: source.bytes, at: next), let bottom = Self.denominator(name.word) else {
      return nil
    }
    guard name.isPlural == (numerator > 1) else { return nil }
    // "one quarter" and "three quarters" may be parts of a year.
    let isApart = source.byte(at: range.upperBound) == 0x20
    if isApart, case .quarter = name.word, !source.hasWord("of", at: name.end + 1), multiplier(at: name.end + 1) == nil { return nil }
    if isApart, case .ordinal = name.word, !name.isPlural, !endsPhrase(at: name.end) { return nil }
    guard let value = ExactDecimal(numerator).divided(by: ExactDecimal(bottom)) else { return nil }
    if let scaled = ofScale(value, from: range.lowerBound, at: name.end) { return scaled }
    return .numeral(self.numeral(value, range: range.lowerBound..<name.end, digits: 1, form: .fraction, rule: "named fraction"))
  }

  /// three quarters of a billion, a quarter million: a fraction of a multiplier.
  func ofScale(_ value: ExactDecimal, from start: Int, at end: Int) -> NumeralReading? {
    guard source.byte(at: end) == 0x20 else { return nil }
    var next = end + 1
    if source.hasWord("of", at: next) { next += 3 }
    if source.hasWord("a", at: next) { next += 2 }
    guard let multiplier = multiplier(at: next), !multiplier.isPlural, let scaled = value.scaled(byPowerOfTen: multiplier.power) else {
      return nil
    }
    var numeral = self.numeral(scaled, range: start..<multiplier.end, digits: 2, rule: "fraction of a multiplier")
    numeral.hasMultiplier = true
    return .numeral(numeral)
  }

  func quarterOfScale(from start: Int, at end: Int) -> NumeralReading? {
    ExactDecimal("0.25").flatMap { ofScale($0, from: start, at: end) }
  }

  /// hundred thousand dollars, million tokens: a multiplier without a number in front, before a unit or another multiplier.
  private func bareScale(from start: Int) -> NumeralReading? {
    guard source.byte(at: start - 1) != UInt8(ascii: "-") else { return nil }
    let word = source.vocabulary.numberWords.match(in: source.bytes, at: start)
    guard let end = word?.end ?? multiplier(at: start).flatMap({ $0.isPlural ? nil : $0.end }), let next = wordStart(after: end) else {
      return nil
    }
    guard multiplier(at: next) != nil || source.vocabulary.units.longest(in: source, at: next) != nil else { return nil }
    var assembly = EnglishAssembly()
    _ = assembly.takeSmall(1)
    return continueCount(&assembly, from: start, at: start)
  }

  private func endsPhrase(at offset: Int) -> Bool {
    source.hasWord("of", at: offset + 1) || !(source.byte(at: offset) == 0x20 && isLetter(source.byte(at: offset + 1)))
  }

  /// twenty-first, one hundred and third.
  private func ordinalEnd(_ assembly: EnglishAssembly, range: Range<Int>) -> NumeralReading? {
    guard var next = wordStart(after: range.upperBound) else { return nil }
    if source.hasWord("and", at: next), let behind = wordStart(after: next + 3) { next = behind }
    guard let name = source.vocabulary.numberWords.match(in: source.bytes, at: next), case .ordinal(let value) = name.word, !name.isPlural
    else { return nil }
    guard let last = assembly.group, value < 100, value < 10 ? last % 10 == 0 : last % 100 == 0,
      let total = assembly.total?.adding(ExactDecimal(value))
    else { return nil }
    return .numeral(numeral(total, range: range.lowerBound..<name.end, digits: 1, form: .ordinal, rule: "ordinal"))
  }

  // MARK: Helpers

  func numeral(_ value: ExactDecimal, range: Range<Int>, digits: Int, form: Numeral.Form = .cardinal, rule: String) -> Numeral {
    Numeral(range: range, amount: Amount(value), significantDigits: max(digits, 1), writing: .english, form: form, rules: [rule])
  }

  /// The multiplier word at `offset`.
  func multiplier(at offset: Int) -> (power: Int, end: Int, isPlural: Bool)? {
    guard isLetter(source.byte(at: offset)) else { return nil }
    guard let match = source.vocabulary.englishMultipliers.longest(in: source, at: offset) else { return nil }
    let end = match.range.upperBound
    return (match.entry.power, end, lowered(source.byte(at: end - 1)) == UInt8(ascii: "s"))
  }

  /// Where the next word begins behind one space or hyphen; nil where something else stands.
  func wordStart(after offset: Int) -> Int? {
    let mark = source.byte(at: offset)
    guard mark == 0x20 || mark == UInt8(ascii: "-") || mark == 0x0A else { return nil }
    var next = offset + 1
    while mark == 0x20, next < offset + 3, source.byte(at: next) == 0x20 { next += 1 }
    return isLetter(source.byte(at: next)) ? next : nil
  }
}
