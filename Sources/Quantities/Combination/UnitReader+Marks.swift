internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Units in writings that mean something else elsewhere: 10" long, 5'11", 2 in., 20 (kg), 30 MUSD.
extension UnitReader {
  /// The unit behind a numeral in figures that ends at `end`, where no entry gives one.
  func marked(after numeral: Numeral, at end: Int) -> UnitMatch? {
    guard numeral.writing == .figures else { return nil }
    return inch(at: end) ?? foot(at: end) ?? bracketed(at: end) ?? prefixedCurrency(at: source.skippingSpace(at: end))
      ?? cent(after: numeral, at: end)
  }

  private static let meter = Unit(name: "meter", dimension: .length)

  private func length(_ name: String, _ factor: String, _ range: Range<Int>) -> UnitMatch? {
    ExactDecimal(factor).map { UnitMatch(name: name, base: Self.meter, factor: $0, range: range) }
  }

  /// `10 " long`, `2 in` at the end of a phrase or before an adjective of size.
  private func inch(at end: Int) -> UnitMatch? {
    let start = source.skippingSpace(at: end)
    if source.byte(at: start) == UInt8(ascii: "\""), sizeFollows(at: start + 1) || isFeetAndInches(before: end) {
      return length("inch", "0.0254", start..<start + 1)
    }
    if source.has("''", at: start), isFeetAndInches(before: end) { return length("inch", "0.0254", start..<start + 2) }
    guard start > end, source.hasWord("in", at: start), source.byte(at: start + 2) != 0x0A else { return nil }
    return sizeFollows(at: start + 2) || source.endsPhrase(at: start + 2) ? length("inch", "0.0254", start..<start + 2) : nil
  }

  /// long, wide, thick, x 3: words behind which a size stands before.
  private func sizeFollows(at offset: Int) -> Bool {
    guard source.byte(at: offset) == 0x20 else { return false }
    return ["long", "wide", "thick", "tall", "deep", "high", "diameter", "diagonal", "x", "by"].contains {
      source.hasWord($0, at: offset + 1)
    }
  }

  /// 5'⟦11⟧": whether feet with their mark stand before the digits that end at `offset`.
  private func isFeetAndInches(before offset: Int) -> Bool {
    var start = offset
    while offset - start < 6, isDigit(source.byte(at: start - 1)) || source.byte(at: start - 1) == UInt8(ascii: ".") { start -= 1 }
    if source.byte(at: start - 1) == 0x20 { start -= 1 }
    return source.byte(at: start - 1) == UInt8(ascii: "'") && isDigit(source.byte(at: start - 2))
  }

  /// `5'11"`, `7'` at the end: feet, where inches or nothing follow.
  private func foot(at end: Int) -> UnitMatch? {
    guard source.byte(at: end) == UInt8(ascii: "'"), !isWordByte(source.byte(at: end + 1)) || isDigit(source.byte(at: end + 1)) else {
      return nil
    }
    let next = source.skippingSpace(at: end + 1)
    let digits = source.digitsEnd(at: next)
    let isInch =
      digits > next && (source.byte(at: digits) == UInt8(ascii: "\"") || source.has("''", at: digits) || source.has("″", at: digits))
    guard isInch || source.endsText(at: end + 1) && source.count <= 24 else { return nil }
    return length("foot", "0.3048", end..<end + 1)
  }

  /// `20 (kg)`, `20 [kg]`: a unit of two letters or more in brackets of its own.
  private func bracketed(at end: Int) -> UnitMatch? {
    let start = source.skippingSpace(at: end)
    let close: UInt8
    switch source.byte(at: start) {
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    case UInt8(ascii: "["): close = UInt8(ascii: "]")
    case UInt8(ascii: "{"): close = UInt8(ascii: "}")
    case UInt8(ascii: "<"): close = UInt8(ascii: ">")
    default: return nil
    }
    guard let found = entry(at: start + 1, afterDigits: false), found.entry.usage == .measure, found.range.count >= 2,
      isLetter(source.byte(at: start + 1)), source.byte(at: found.range.upperBound) == close
    else { return nil }
    var match = UnitMatch(found.entry, range: found.range)
    match.spanEnd = found.range.upperBound + 1
    return match
  }

  /// `30 MUSD`, `12 kEUR`: a code of ISO 4217 with its multiplier in front.
  func prefixedCurrency(at offset: Int) -> UnitMatch? {
    let end = source.lettersEnd(at: offset)
    guard end - offset == 4, !isWordByte(source.byte(at: end)), let power = Self.currencyPrefixes[source.byte(at: offset)],
      Self.largeCurrencies.contains(String(decoding: source.bytes[offset + 1..<end], as: UTF8.self)),
      let factor = ExactDecimal.one.scaled(byPowerOfTen: power),
      let code = source.vocabulary.units.longestMatch(in: Array(source.bytes[offset + 1..<end]), at: 0)?.entry, code.usage == .currency,
      code.factor == .one
    else { return nil }
    return UnitMatch(name: code.name, base: code.base, factor: factor, usage: .currency, range: offset..<end)
  }

  /// Codes that money in millions is written with; the rest would be found in other words (MARS, BALL).
  private static let largeCurrencies: Set<String> = [
    "USD", "EUR", "GBP", "JPY", "CNY", "RMB", "CHF", "AUD", "CAD", "NZD", "SEK", "NOK", "DKK", "INR", "KRW", "HKD", "SGD", "TWD", "ZAR",
    "BRL",
    "MXN", "RUB", "PLN", "CZK", "HUF", "ILS", "TRY", "THB", "IDR", "MYR", "PHP", "VND", "AED", "SAR",
  ]

  private static let currencyPrefixes: [UInt8: Int] = [
    UInt8(ascii: "k"): 3, UInt8(ascii: "K"): 3, UInt8(ascii: "T"): 3, UInt8(ascii: "M"): 6, UInt8(ascii: "B"): 9,
  ]

  /// `10 c`, `43c`, where the figure and its letter are all that is said.
  private func cent(after numeral: Numeral, at end: Int) -> UnitMatch? {
    let start = source.skippingSpace(at: end)
    guard source.hasSymbol("c", at: start), source.isAlone(numeral.range.lowerBound..<start + 1), let hundredth = ExactDecimal("0.01")
    else {
      return nil
    }
    return UnitMatch(
      name: "cent", base: Unit(name: "usd", dimension: .currency), factor: hundredth, usage: .currency, range: start..<start + 1)
  }

  /// `two pounds of flour`, `a 200-pound man`, `10 pounds heavier`: pounds that weigh; nil where they may be money.
  func weighed(_ pound: Lexicon<UnitEntry>.Match, _ numeral: Numeral) -> UnitMatch? {
    guard pound.entry.name == "pound", pound.entry.usage == .currency, !numeral.hasMultiplier,
      source.hasWord("pound", at: pound.range.lowerBound) || source.hasWord("pounds", at: pound.range.lowerBound),
      saysWeight(behind: pound.range), let factor = ExactDecimal("0.45359237")
    else { return nil }
    return UnitMatch(name: "pound_mass", base: Unit(name: "kilogram", dimension: .mass), factor: factor, range: pound.range)
  }

  private func saysWeight(behind pound: Range<Int>) -> Bool {
    let next = pound.upperBound + 1
    guard source.byte(at: pound.upperBound) == 0x20 else { return false }
    if ["heavier", "lighter", "overweight"].contains(where: { source.hasWord($0, at: next) }) { return true }
    if source.hasWord("of", at: next) { return isLetter(source.byte(at: next + 3)) && !isMoney(at: next + 3) }
    return source.byte(at: pound.lowerBound - 1) == UInt8(ascii: "-") && isLetter(source.byte(at: next)) && !isMoney(at: next)
  }

  /// Whether the noun at `offset` is of money: pounds of debt, a 50-pound fine.
  private func isMoney(at offset: Int) -> Bool { Self.moneyNouns.contains { source.hasWord($0, at: offset) } }

  private static let moneyNouns = [
    "money", "debt", "debts", "investment", "funding", "funds", "savings", "revenue", "sales", "profit", "profits", "income", "tax",
    "taxes",
    "cash", "damage", "damages", "compensation", "aid", "public", "taxpayer", "new", "their", "his", "her", "our", "my", "its", "the",
    "note",
    "notes", "coin", "coins", "fine", "fines", "bill", "bills", "ticket", "tickets", "fee", "deal", "loan", "loans", "bonus", "prize",
    "price",
    "worth", "credit", "assets", "losses", "loss", "spending", "capital", "grant", "grants", "a", "day", "business", "company",
  ]
}
