internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Squares and cubes of lengths, however they are written: 4 km squared, 3 mm^3, 20 cubic yards, 5 dm³.
extension UnitReader {
  /// The area or volume at `offset` that no entry names: cubic yards, mm^3.
  func power(at offset: Int, afterDigits: Bool) -> UnitMatch? {
    if let power = powerWord(at: offset) {
      guard let length = entry(at: power.end, afterDigits: false), length.entry.base.dimension == .length else { return nil }
      return raised(length, to: power.value, end: length.range.upperBound, from: offset)
    }
    guard isLetter(source.byte(at: offset)), let length = symbol(at: offset, afterDigits: afterDigits),
      length.entry.base.dimension == .length,
      let power = exponent(at: length.range.upperBound)
    else { return nil }
    return raised(length, to: power.value, end: power.end, from: offset)
  }

  private func raised(_ length: Lexicon<UnitEntry>.Match, to power: Int, end: Int, from start: Int) -> UnitMatch? {
    var factor = length.entry.factor
    var divisor = length.entry.divisor
    for _ in 1..<power {
      guard let product = factor.multiplied(by: length.entry.factor), let quotient = divisor.multiplied(by: length.entry.divisor) else {
        return nil
      }
      factor = product
      divisor = quotient
    }
    let base = power == 2 ? Unit(name: "square_meter", dimension: .area) : Unit(name: "cubic_meter", dimension: .volume)
    var match = UnitMatch(name: Self.prefix(power) + length.entry.name, base: base, factor: factor, range: start..<end)
    match.divisor = divisor
    return match
  }

  static func prefix(_ power: Int) -> String { power == 2 ? "square_" : "cubic_" }

  /// `square `, `sq. `, `cubic `, `cu `: the power, and where the length begins.
  private func powerWord(at offset: Int) -> (value: Int, end: Int)? {
    for (word, power) in [("square", 2), ("sq", 2), ("cubic", 3), ("cu", 3)] where source.hasWord(word, at: offset) {
      var end = offset + word.utf8.count
      if source.byte(at: end) == UInt8(ascii: ".") { end += 1 }
      return source.byte(at: end) == 0x20 || source.byte(at: end) == UInt8(ascii: "-") ? (power, end + 1) : nil
    }
    return nil
  }

  /// `^2`, `²`, `3` directly behind a symbol, ` squared`, ` cubed`.
  func exponent(at offset: Int) -> (value: Int, end: Int)? {
    if source.hasWord("squared", at: offset + 1), source.byte(at: offset) == 0x20 { return (2, offset + 8) }
    if source.hasWord("cubed", at: offset + 1), source.byte(at: offset) == 0x20 { return (3, offset + 6) }
    switch source.character(at: offset) {
    case "²": return (2, offset + 2)
    case "³": return (3, offset + 2)
    default: break
    }
    let digit = source.byte(at: offset) == UInt8(ascii: "^") ? offset + 1 : offset
    guard source.byte(at: digit) == 0x32 || source.byte(at: digit) == 0x33, !isWordByte(source.byte(at: digit + 1)) else { return nil }
    return (Int(source.byte(at: digit) - 0x30), digit + 1)
  }

  /// The longest unit at `offset`, which a digit may follow as its power: km of km2.
  func symbol(at offset: Int, afterDigits: Bool, of dimension: Dimension? = nil) -> Lexicon<UnitEntry>.Match? {
    source.vocabulary.units.all(in: source, at: offset, afterDigits: afterDigits, beforeDigits: true).last {
      $0.entry.usage == .measure && $0.entry.base.dimension == dimension ?? $0.entry.base.dimension
    }
  }
}
