internal import ClaimModel
internal import Knowledge
internal import SourceText

/// English numerals that one word opens: a million, half an hour, several hundred, dozens.
extension EnglishNumeralReader {
  func multiple(_ value: Int, over: Int, range: Range<Int>) -> NumeralReading? {
    guard let ratio = ExactDecimal(value).divided(by: ExactDecimal(over)) else { return nil }
    return .numeral(numeral(ratio, range: range, digits: 1, form: .multiple, rule: "multiple word"))
  }

  func ordinal(_ value: Int, range: Range<Int>) -> NumeralReading? {
    .numeral(numeral(ExactDecimal(value), range: range, digits: 1, form: .ordinal, rule: "ordinal"))
  }

  /// a hundred, a million, a dozen, a couple of, a third of, a half.
  func afterArticle(from start: Int, at end: Int) -> NumeralReading? {
    guard source.byte(at: end) == 0x20 else { return nil }
    let next = end + 1
    if let word = source.vocabulary.numberWords.match(in: source.bytes, at: next) {
      switch word.word {
      case .hundred, .dozen:
        guard !word.isPlural else { return nil }
        var assembly = EnglishAssembly()
        _ = assembly.takeSmall(1)
        return continueCount(&assembly, from: start, at: next)
      case .half: return .numeral(half(range: start..<word.end))
      case .couple: return couple(from: start, at: word.end)
      case .few: return few(from: start, at: word.end) ?? alone(word, from: start)
      case .pair: return alone(word, from: start)
      case .small, .tens: return partOfOne(from: start, at: next)
      case .quarter, .ordinal:
        if case .quarter = word.word, let quarter = quarter(from: start, at: word.end) { return quarter }
        if let part = partOfOne(from: start, at: next) { return part }
        guard let bottom = Self.denominator(word.word), !word.isPlural, saysPart(start..<word.end) else { return nil }
        guard let value = ExactDecimal.one.divided(by: ExactDecimal(bottom)) else { return nil }
        return .numeral(numeral(value, range: start..<word.end, digits: 1, form: .fraction, rule: "named fraction"))
      default: return nil
      }
    }
    guard let multiplier = multiplier(at: next), !multiplier.isPlural else { return oneOf(unitAt: next, range: start..<end) }
    var assembly = EnglishAssembly()
    _ = assembly.takeSmall(1)
    return continueCount(&assembly, from: start, at: next)
  }

  /// Whether an article and the name of a fraction are a part: a third of them, roughly a third, up by a quarter.
  private func saysPart(_ range: Range<Int>) -> Bool {
    if source.hasWord("of", at: range.upperBound + 1) { return true }
    guard endsPhrase(at: range.upperBound), source.byte(at: range.upperBound) != UInt8(ascii: "-"),
      source.byte(at: range.lowerBound - 1) == 0x20
    else { return false }
    return source.hasWord("by", at: range.lowerBound - 3)
      || source.vocabulary.boundsBefore.longest(endingAt: range.lowerBound - 1, floor: 0, in: source) != nil
  }

  /// a ⟦twenty-first⟧, a ⟦hundredth⟧, as the whole text.
  private func partOfOne(from start: Int, at offset: Int) -> NumeralReading? {
    guard case .numeral(let part)? = read(at: offset) else { return nil }
    return partOfOne(part, from: start)
  }

  /// a kilogram, a gallon, a dollar: the article counts one of a mass, a volume or a currency.
  private func oneOf(unitAt offset: Int, range: Range<Int>) -> NumeralReading? {
    guard isLetter(source.byte(at: offset)),
      let unit = source.vocabulary.units.all(in: source, at: offset).last(where: { $0.entry.near.isEmpty && !$0.entry.isAskedFor })?.entry,
      unit.usage != .noun, source.vocabularyMark(at: offset) == nil
    else { return nil }
    switch unit.base.dimension {
    case .mass, .volume: break
    case .information where unit.name.hasSuffix("bibyte"): break
    case .ratio where unit.name == "order_of_magnitude": break
    case .currency where ["dollar", "euro", "cent", "pence", "yuan"].contains(unit.name): break
    default: return nil
    }
    return .numeral(numeral(.one, range: range, digits: 1, rule: "article before a unit"))
  }

  func continueCount(_ assembly: inout EnglishAssembly, from start: Int, at first: Int) -> NumeralReading? {
    var end = first
    var next: Int? = first
    while let position = next, let taken = take(&assembly, at: position) {
      end = taken
      next = wordStart(after: taken)
    }
    return close(&assembly, range: start..<end)
  }

  /// half, half a million, half an hour.
  func half(from start: Int, end: Int) -> NumeralReading? {
    guard source.byte(at: end) == 0x20 || source.byte(at: end) == UInt8(ascii: "-") else { return .numeral(half(range: start..<end)) }
    var next = end + 1
    if source.hasWord("a", at: next) { next += 2 } else if source.hasWord("an", at: next) { next += 3 }
    if let multiplier = multiplier(at: next), !multiplier.isPlural, let value = ExactDecimal("0.5")?.scaled(byPowerOfTen: multiplier.power)
    {
      var numeral = self.numeral(value, range: start..<multiplier.end, digits: 1, rule: "half of a multiplier")
      numeral.hasMultiplier = true
      return .numeral(numeral)
    }
    if let word = source.vocabulary.numberWords.match(in: source.bytes, at: next), case .dozen = word.word {
      return .numeral(numeral(ExactDecimal(6), range: start..<word.end, digits: 1, rule: "half a dozen"))
    }
    if next > end + 1, source.vocabulary.units.longest(in: source, at: next) != nil {
      var numeral = half(range: start..<next - 1)
      numeral.form = .cardinal
      return .numeral(numeral)
    }
    return .numeral(half(range: start..<end))
  }

  /// quarter million, quarter-litre: a fourth of a multiplier or of a measure.
  func quarter(from start: Int, at end: Int) -> NumeralReading? {
    guard let quarter = ExactDecimal("0.25") else { return nil }
    if let scaled = ofScale(quarter, from: start, at: end) { return scaled }
    let mark = source.byte(at: end)
    guard mark == 0x20 || mark == UInt8(ascii: "-"), let unit = measure(at: end + 1) else { return nil }
    switch unit.base.dimension {
    case .length, .volume, .mass: return .numeral(numeral(quarter, range: start..<end, digits: 1, rule: "quarter of a measure"))
    default: return nil
    }
  }

  /// ⟦tenth⟧ of a gallon, ⟦fourth⟧ of litre: an ordinal before a measure is a part of it.
  func partOfMeasure(_ value: Int, range: Range<Int>) -> NumeralReading? {
    guard value > 2, source.has(" of ", at: range.upperBound), let part = ExactDecimal.one.divided(by: ExactDecimal(value)) else {
      return nil
    }
    var next = range.upperBound + 4
    if source.hasWord("a", at: next) { next += 2 } else if source.hasWord("an", at: next) { next += 3 }
    guard measure(at: next) != nil else { return nil }
    return .numeral(numeral(part, range: range, digits: 1, form: .fraction, rule: "named fraction"))
  }

  private func measure(at offset: Int) -> UnitEntry? {
    guard isLetter(source.byte(at: offset)), let unit = source.vocabulary.units.longest(in: source, at: offset)?.entry else {
      return nil
    }
    return unit.usage == .measure && unit.base.dimension != .ratio ? unit : nil
  }

  private func half(range: Range<Int>) -> Numeral {
    numeral(ExactDecimal("0.5") ?? .one, range: range, digits: 1, form: .fraction, rule: "half")
  }
}
