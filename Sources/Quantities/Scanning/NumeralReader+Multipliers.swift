internal import ClaimModel
internal import Knowledge
internal import SourceText

/// English multipliers behind figures, as words and letters: 175 billion, 70B, 10k, 5 lakh crore.
extension NumeralReader {
  /// A figure with the English multiplier behind it: 175 billion, 70B, 10k.
  func withMultiplier(_ figure: Numeral, isMoney: Bool) -> Numeral {
    guard figure.form == .cardinal, let (power, end) = multiplier(after: figure.range, isMoney: isMoney),
      let scaled = figure.amount.scaled(byPowerOfTen: power)
    else { return figure }
    var result = figure
    result.amount = scaled
    result.range = figure.range.lowerBound..<end
    result.isPlainDigits = false
    result.hasMultiplier = true
    result.trailingPower = power
    result.rules.append("multiplier 10^\(power)")
    return result
  }

  private func multiplier(after figure: Range<Int>, isMoney: Bool) -> (power: Int, end: Int)? {
    let end = figure.upperBound
    if isLetter(source.byte(at: end)) { return letter(after: figure, isMoney: isMoney) ?? gluedWord(at: end) }
    let mark = source.byte(at: end)
    guard mark == 0x20 || mark == UInt8(ascii: "-") || mark == 0x0A else { return nil }
    if let word = english.multiplier(at: end + 1) {
      // 5 lakh crore, 2 thousand million: the larger multiplies the smaller.
      if source.byte(at: word.end) == 0x20, !word.isPlural, let larger = english.multiplier(at: word.end + 1), larger.power > word.power {
        return (word.power + larger.power, larger.end)
      }
      return word.isPlural && mark != 0x20 ? nil : (word.power, word.end)
    }
    if mark == 0x20, source.hasWord("hundred", at: end + 1) { return (2, end + 8) }
    return spacedLetter(at: end + 1, mark: mark, from: figure.lowerBound)
  }

  /// `1.3 T tokens`, `7 B`: a capital letter that stands apart counts only before a word, any letter where no more is said.
  private func spacedLetter(at offset: Int, mark: UInt8, from start: Int) -> (power: Int, end: Int)? {
    if mark == 0x20, let alone = letterAlone(at: source.skippingSpace(at: offset), from: start) { return alone }
    guard mark == 0x20, isUpper(source.byte(at: offset)), source.byte(at: offset + 1) == 0x20, isLower(source.byte(at: offset + 2)) else {
      return nil
    }
    guard source.byte(at: offset) != UInt8(ascii: "A"),
      let match = source.vocabulary.letterMultipliers.longest(in: source, at: offset),
      match.entry.condition == .always
    else { return nil }
    return (match.entry.power, match.range.upperBound)
  }

  /// `2.33 k`, `1.2b`: a letter that ends the text, of which none is a unit.
  private func letterAlone(at offset: Int, from start: Int) -> (power: Int, end: Int)? {
    let letter = source.byte(at: offset)
    guard letter == UInt8(ascii: "k") || letter == UInt8(ascii: "K") || letter == UInt8(ascii: "b"), source.isAlone(start..<offset + 1),
      let match = source.vocabulary.letterMultipliers.longest(in: source, at: offset, afterDigits: true)
    else { return nil }
    return (match.entry.power, match.range.upperBound)
  }

  private func letter(after figure: Range<Int>, isMoney: Bool) -> (power: Int, end: Int)? {
    let end = figure.upperBound
    guard let match = source.vocabulary.letterMultipliers.longest(in: source, at: end, afterDigits: true) else { return nil }
    switch match.entry.condition {
    case .always: break
    case .currency:
      if let alone = letterAlone(at: end, from: figure.lowerBound) { return alone }
      let counts = isLower(source.byte(at: end)) && countedNounStands(at: match.range.upperBound)
      guard isMoney || counts || source.vocabulary.hasCurrencyMark(source, before: figure.lowerBound) else { return nil }
    case .chinese:
      let next = source.skippingSpace(at: match.range.upperBound)
      guard isHan(source.character(at: next)) || source.byte(at: next) == UInt8(ascii: "+") else { return nil }
    case .number:
      guard source.asksForNumbersAlone else { return nil }
    }
    return (match.entry.power, match.range.upperBound)
  }

  /// Whether a plural noun follows: 1.2m users.
  private func countedNounStands(at offset: Int) -> Bool {
    guard source.byte(at: offset) == 0x20, isLower(source.byte(at: offset + 1)) else { return false }
    if let unit = source.vocabulary.units.longest(in: source, at: offset + 1) { return unit.entry.usage == .noun }
    let end = source.lettersEnd(at: offset + 1)
    return end - offset <= 24 && UnitReader.singular(Array(source.bytes[offset + 1..<end])) != nil
  }

  /// 1.5million: a word without its space.
  private func gluedWord(at offset: Int) -> (power: Int, end: Int)? {
    guard isLetter(source.byte(at: offset + 4)),
      let word = source.vocabulary.englishMultipliers.longest(in: source, at: offset, afterDigits: true)
    else { return nil }
    return (word.entry.power, word.range.upperBound)
  }
}
