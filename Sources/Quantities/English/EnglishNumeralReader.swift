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
    case .few: return few(from: start, at: word.end) ?? alone(word, from: start)
    case .couple: return couple(from: start, at: word.end)
    case .ordinal(let value):
      if value == 2, word.isPlural { return nil }
      return partOfMeasure(value, range: start..<word.end) ?? ordinal(value, range: start..<word.end)
    case .hundred where !word.isPlural: return bareScale(from: start)
    case .dozen, .hundred: return word.isPlural ? pluralScale(at: start) : nil
    case .quarter: return word.isPlural ? nil : quarter(from: start, at: word.end)
    case .single, .pair: return alone(word, from: start)
    case .point: return decimalsAlone(from: start, at: word.end)
    case .and: return nil
    }
  }

  // MARK: Counting

  /// Numbers in words from `start`, as far as they go.
  private func count(from start: Int) -> NumeralReading? {
    var assembly = EnglishAssembly()
    let end = take(&assembly, from: start)
    return close(&assembly, range: start..<end)
  }

  /// Takes the words from `start` as far as they go; where they end.
  func take(_ assembly: inout EnglishAssembly, from start: Int) -> Int {
    var end = start
    var next: Int? = start
    while let position = next, let taken = take(&assembly, at: position) {
      end = taken
      next = wordStart(after: taken) ?? onesBehindDash(assembly, at: taken) ?? wordBehindComma(assembly, at: taken)
    }
    return end
  }

  /// Takes one word, or `and` with the word behind it; the offset behind what was taken.
  func take(_ assembly: inout EnglishAssembly, at position: Int) -> Int? {
    if let word = source.vocabulary.numberWords.match(in: source.bytes, at: position) {
      switch word.word {
      case .small(let value): return assembly.takeSmall(value) ? word.end : nil
      case .tens(let value): return assembly.takeTens(value) ? word.end : nil
      case .hundred: return assembly.takeHundred() ? word.end : nil
      case .dozen: return assembly.takeDozen() ? word.end : nil
      case .and:
        guard let next = wordStart(after: word.end), source.byte(at: word.end) != 0x0A else { return nil }
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

  func takePoint(_ assembly: inout EnglishAssembly, at offset: Int) -> Int? {
    var end = offset
    var digits: [Int] = []
    while let next = wordStart(after: end), let word = source.vocabulary.numberWords.match(in: source.bytes, at: next), digits.count < 30 {
      switch word.word {
      case .small(let value) where value < 10: digits.append(value)
      case .small(let value): digits += [value / 10, value % 10]
      case .tens(let value):
        // point seventy-one: both digits at once.
        if let behind = wordStart(after: word.end), let ones = source.vocabulary.numberWords.match(in: source.bytes, at: behind),
          case .small(let unit) = ones.word, (1...9).contains(unit)
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
    if let counted = partOfCounted(assembly, range: range) ?? spokenHundreds(assembly, range: range) { return counted }
    guard let value = assembly.total else {
      return assembly.isTooLarge ? .refused(range, reason: "more digits than a figure has") : nil
    }
    var numeral = self.numeral(value, range: range, digits: assembly.digits, rule: "English number words")
    numeral.hasMultiplier = assembly.hasMultiplier
    numeral.trailingPower = assembly.trailingPower
    return .numeral(numeral)
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
    return isLetter(source.byte(at: next)) || source.byte(at: next) == UInt8(ascii: "&") ? next : nil
  }

  /// fifty - ⟦two⟧, twenty—⟦fifth⟧: the ones behind tens and a dash that stands apart.
  func onesBehindDash(_ assembly: EnglishAssembly, at offset: Int) -> Int? {
    guard assembly.awaitsOnes, let next = wordBehindDash(at: offset),
      let word = source.vocabulary.numberWords.match(in: source.bytes, at: next)
    else { return nil }
    switch word.word {
    case .small(1...9), .ordinal(1...9): return next
    default: return nil
    }
  }

  /// Where the word behind ` - `, `—` or `–` begins.
  func wordBehindDash(at offset: Int) -> Int? {
    let start = source.skippingSpace(at: offset)
    var next =
      source.byte(at: start) == UInt8(ascii: "-") ? start + 1 : source.has("—", at: start) || source.has("–", at: start) ? start + 3 : 0
    next = source.skippingSpace(at: next)
    return next > start && isLetter(source.byte(at: next)) ? next : nil
  }

  /// three million, ⟦two hundred thousand⟧: more of the number behind a comma, where it counts hundreds at least.
  private func wordBehindComma(_ assembly: EnglishAssembly, at offset: Int) -> Int? {
    guard assembly.isBehindMultiplier, source.has(", ", at: offset), isLetter(source.byte(at: offset + 2)) else { return nil }
    var rest = EnglishAssembly()
    var next: Int? = offset + 2
    while let position = next, let taken = take(&rest, at: position) { next = wordStart(after: taken) }
    guard let value = rest.total, value >= ExactDecimal(100), let limit = assembly.lastMultiplier, value < limit else { return nil }
    return offset + 2
  }
}
