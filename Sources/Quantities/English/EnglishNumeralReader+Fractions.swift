internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Fractions and ordinals that close a number in words: two-thirds, fifty-four hundredths, one hundred thirty-fifths,
/// twenty-first, three hundredth.
extension EnglishNumeralReader {
  /// What a fraction's name says of its denominator: 4 for quarter, 5 for fifth.
  static func denominator(_ word: NumberWord) -> Int? {
    switch word {
    case .half: 2
    case .quarter: 4
    case .ordinal(let value) where value > 2: value
    default: nil
    }
  }

  /// `a half`, `a quarter`, `two thirds`, `fifty-four hundredths` behind `and`: a proper fraction.
  func fractionTail(_ assembly: inout EnglishAssembly, at position: Int) -> Int? {
    guard let first = source.vocabulary.numberWords.match(in: source.bytes, at: position) else { return nil }
    if case .half = first.word { return assembly.takeFraction(1, over: 2) ? first.end : nil }
    var numerator = 1
    var end = first.end
    switch first.word {
    case .article: break
    case .small(let value) where value > 0: numerator = value
    case .tens(let value):
      numerator = value
      if let next = wordStart(after: end), let ones = source.vocabulary.numberWords.match(in: source.bytes, at: next),
        case .small(let digit) = ones.word, (1...9).contains(digit)
      {
        numerator += digit
        end = ones.end
      }
    default: return nil
    }
    guard let next = wordStart(after: end), let name = source.vocabulary.numberWords.match(in: source.bytes, at: next),
      let denominator = Self.denominator(name.word), numerator == 1 || numerator < denominator
    else { return nil }
    return assembly.takeFraction(numerator, over: denominator) ? name.end : nil
  }

  /// two-thirds, three quarters, one half, one hundred thirty-fifths.
  func namedFraction(_ assembly: EnglishAssembly, range: Range<Int>) -> NumeralReading? {
    guard let numerator = assembly.total, !numerator.isZero, numerator.exponent >= 0,
      let next = wordStart(after: range.upperBound) ?? wordBehindDash(at: range.upperBound),
      let name = source.vocabulary.numberWords.match(in: source.bytes, at: next), let bottom = Self.denominator(name.word),
      name.isPlural == (numerator > .one)
    else { return nil }
    // "one quarter" and "three quarters" may be parts of a year.
    let isApart = source.byte(at: range.upperBound) == 0x20
    if isApart, case .quarter = name.word, !source.hasWord("of", at: name.end + 1), multiplier(at: name.end + 1) == nil,
      !source.isAlone(range.lowerBound..<name.end)
    {
      return nil
    }
    if isApart, case .ordinal = name.word, !name.isPlural, !endsPhrase(at: name.end) { return nil }
    guard let value = quotient(range, next, name: name.word) ?? numerator.divided(by: ExactDecimal(bottom)) else { return nil }
    if let scaled = ofScale(value, from: range.lowerBound, at: name.end) { return scaled }
    return .numeral(self.numeral(value, range: range.lowerBound..<name.end, digits: 1, form: .fraction, rule: "named fraction"))
  }

  /// one hundred ⟦thirty-fifths⟧: the denominator takes the words before its name that build one ordinal with it, as long as
  /// a numerator is left.
  private func quotient(_ range: Range<Int>, _ nameStart: Int, name: NumberWord) -> ExactDecimal? {
    guard case .ordinal(let last) = name, last < 100 else { return nil }
    var previous: NumberWord?
    var position: Int? = range.lowerBound
    while let start = position, start < nameStart {
      let word = source.vocabulary.numberWords.match(in: source.bytes, at: start)
      if start > range.lowerBound, mayOpenDenominator(word?.word, after: previous), let bottom = ordinal(from: start, to: nameStart, last),
        let top = count(from: range.lowerBound, to: start)
      {
        return top.divided(by: bottom)
      }
      previous = word?.word
      position = (word?.end ?? multiplier(at: start)?.end).flatMap { wordStart(after: $0) ?? wordBehindDash(at: $0) }
    }
    return nil
  }

  private func mayOpenDenominator(_ word: NumberWord?, after previous: NumberWord?) -> Bool {
    switch (previous, word) {
    case (.and, _): false
    case (.tens, .small): false
    case (_, .small), (_, .tens): true
    default: false
    }
  }

  /// The ordinal that the words from `start` build with the one at `end`: 35 of thirty-fifths.
  private func ordinal(from start: Int, to end: Int, _ last: Int) -> ExactDecimal? {
    var assembly = EnglishAssembly()
    guard reaches(end, &assembly, from: start) else { return nil }
    return closed(assembly, by: last)
  }

  private func count(from start: Int, to end: Int) -> ExactDecimal? {
    var assembly = EnglishAssembly()
    return reaches(end, &assembly, from: start) ? assembly.total : nil
  }

  /// Whether the words from `start` are one number up to the word at `end`.
  private func reaches(_ end: Int, _ assembly: inout EnglishAssembly, from start: Int) -> Bool {
    var position = start
    while position < end, let taken = take(&assembly, at: position) {
      guard let next = wordStart(after: taken) ?? wordBehindDash(at: taken) else { return false }
      position = next
    }
    return position == end
  }

  /// The ordinal of a number with its last word: 21 of twenty and first, 105 of one hundred and fifth, 300 of three and hundredth.
  private func closed(_ assembly: EnglishAssembly, by last: Int) -> ExactDecimal? {
    guard let total = assembly.total, let group = assembly.lastGroup else { return nil }
    if last >= 100 { return total.multiplied(by: ExactDecimal(last)) }
    guard last < 10 ? group % 10 == 0 && group % 100 != 10 : group % 100 == 0 else { return nil }
    return total.adding(ExactDecimal(last))
  }

  /// twenty-first, one hundred and third, three trillionth.
  func ordinalEnd(_ assembly: EnglishAssembly, range: Range<Int>) -> NumeralReading? {
    guard var next = wordStart(after: range.upperBound) ?? onesBehindDash(assembly, at: range.upperBound) else { return nil }
    if source.hasWord("and", at: next), let behind = wordStart(after: next + 3) { next = behind }
    guard let name = source.vocabulary.numberWords.match(in: source.bytes, at: next), case .ordinal(let last) = name.word, !name.isPlural,
      let value = closed(assembly, by: last)
    else { return nil }
    return .numeral(numeral(value, range: range.lowerBound..<name.end, digits: 1, form: .ordinal, rule: "ordinal"))
  }

  /// one ⟦one hundred fifth⟧, one ⟦twenty-first⟧: a number of parts, where the parts' name begins with a number itself.
  func partOfCounted(_ assembly: EnglishAssembly, range: Range<Int>) -> NumeralReading? {
    guard let numerator = assembly.simple, (1...9).contains(numerator), source.byte(at: range.upperBound) == 0x20,
      let next = wordStart(after: range.upperBound), let word = source.vocabulary.numberWords.match(in: source.bytes, at: next)
    else { return nil }
    switch word.word {
    case .small(1...), .tens: break
    default: return nil
    }
    var parts = EnglishAssembly()
    let end = take(&parts, from: next)
    guard case .numeral(let part)? = ordinalEnd(parts, range: next..<end), numerator == 1, endsPhrase(at: part.range.upperBound),
      let value = ExactDecimal(numerator).divided(by: part.amount.low)
    else { return nil }
    return .numeral(
      self.numeral(value, range: range.lowerBound..<part.range.upperBound, digits: 1, form: .fraction, rule: "named fraction"))
  }

  /// a ⟦twenty-first⟧, a ⟦hundredth⟧, where the words are all that is said.
  func partOfOne(_ part: Numeral, from start: Int) -> NumeralReading? {
    guard part.form == .ordinal, part.amount.low > ExactDecimal(2), source.isAlone(start..<part.range.upperBound),
      let value = ExactDecimal.one.divided(by: part.amount.low)
    else { return nil }
    return .numeral(self.numeral(value, range: start..<part.range.upperBound, digits: 1, form: .fraction, rule: "named fraction"))
  }

  /// Whether nothing follows that a fraction's or ordinal's name before `offset` could number: the end, `of`, a mark.
  func endsPhrase(at offset: Int) -> Bool {
    source.hasWord("of", at: offset + 1) || !(source.byte(at: offset) == 0x20 && isLetter(source.byte(at: offset + 1)))
  }
}
