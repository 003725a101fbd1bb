internal import SourceText

/// A prefix that makes a multiple or a part of a unit: kilo, milli, kibi.
package enum UnitPrefix: String, Sendable, CaseIterable {
  case femto, pico, nano, micro, milli, centi, deci, deca, hecto, kilo, mega, giga, tera, peta, exa, zetta, yotta
  case kibi, mebi, gibi, tebi, pebi, exbi

  /// How many of the unit one of the multiple is: 1000 for kilo, 1024 for kibi.
  var factor: ExactDecimal? {
    switch self {
    case .femto: ExactDecimal.one.scaled(byPowerOfTen: -15)
    case .pico: ExactDecimal.one.scaled(byPowerOfTen: -12)
    case .nano: ExactDecimal.one.scaled(byPowerOfTen: -9)
    case .micro: ExactDecimal.one.scaled(byPowerOfTen: -6)
    case .milli: ExactDecimal.one.scaled(byPowerOfTen: -3)
    case .centi: ExactDecimal.one.scaled(byPowerOfTen: -2)
    case .deci: ExactDecimal.one.scaled(byPowerOfTen: -1)
    case .deca: ExactDecimal(10)
    case .hecto: ExactDecimal(100)
    case .kilo: ExactDecimal(1000)
    case .mega: ExactDecimal.one.scaled(byPowerOfTen: 6)
    case .giga: ExactDecimal.one.scaled(byPowerOfTen: 9)
    case .tera: ExactDecimal.one.scaled(byPowerOfTen: 12)
    case .peta: ExactDecimal.one.scaled(byPowerOfTen: 15)
    case .exa: ExactDecimal.one.scaled(byPowerOfTen: 18)
    case .zetta: ExactDecimal.one.scaled(byPowerOfTen: 21)
    case .yotta: ExactDecimal.one.scaled(byPowerOfTen: 24)
    case .kibi: ExactDecimal(1 << 10)
    case .mebi: ExactDecimal(1 << 20)
    case .gibi: ExactDecimal(1 << 30)
    case .tebi: ExactDecimal(1 << 40)
    case .pebi: ExactDecimal(1 << 50)
    case .exbi: ExactDecimal(1 << 60)
    }
  }

  /// What stands before the symbol of a unit: `k` in km, both signs of micro.
  var symbols: [String] {
    switch self {
    case .femto: ["f"]
    case .pico: ["p"]
    case .nano: ["n"]
    case .micro: ["µ", "μ"]
    case .milli: ["m"]
    case .centi: ["c"]
    case .deci: ["d"]
    case .deca: ["da"]
    case .hecto: ["h"]
    case .kilo: ["k"]
    case .mega: ["M"]
    case .giga: ["G"]
    case .tera: ["T"]
    case .peta: ["P"]
    case .exa: ["E"]
    case .zetta: ["Z"]
    case .yotta: ["Y"]
    case .kibi: ["Ki"]
    case .mebi: ["Mi"]
    case .gibi: ["Gi"]
    case .tebi: ["Ti"]
    case .pebi: ["Pi"]
    case .exbi: ["Ei"]
    }
  }
}

extension UnitEntry {
  /// The named multiples that `prefixes` builds: millisievert, `mSv` and `millisieverts` from sievert, `Sv` and `sieverts`.
  package var multiples: [UnitEntry] {
    prefixes.compactMap { prefix in
      guard let factor = prefix.factor?.multiplied(by: factor) else { return nil }
      let written = phrases.flatMap { phrase in
        let openings = phrase.isCaseSensitive ? prefix.symbols : [prefix.rawValue]
        return openings.map { Phrase($0 + phrase.text, isCaseSensitive: phrase.isCaseSensitive) }
      }
      return UnitEntry(self, by: prefix, factor: factor, phrases: written)
    }
  }
}
