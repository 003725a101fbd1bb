package import ClaimModel
package import SourceText

/// A named measure: how it is written, and what it comes to in the base unit of its dimension.
package final class UnitEntry: LexiconEntry {
  package static let fileName = "units"

  /// The unit's own name, English singular (`kilometer`).
  package let name: String
  /// The unit that figures are converted to (`meter`).
  package let base: Unit
  /// One of this unit is `factor` / `divisor` base units, exactly.
  package let factor: ExactDecimal
  package let divisor: ExactDecimal
  /// Added before the factor, for temperatures.
  package let offset: ExactDecimal
  package let usage: Usage
  /// What figures of this unit are per, as in a price per token; nil for most.
  package let per: Per?
  /// Words of which none may follow directly: 元 is no unit in 元旦.
  package let notBefore: [String]
  package let context: TextContext
  /// Words of which one must stand in the same clause before the figure: 度 is a unit of energy after 电.
  package let near: [String]
  /// A meaning that the word has only where figures of its kind are looked for: 五分 is money in a list of prices.
  package let isAskedFor: Bool
  /// Prefixes that build named multiples of this unit: milli makes a millisievert of a sievert.
  package let prefixes: [UnitPrefix]
  package let phrases: [Phrase]

  /// In what text a word is this unit: ¥ is the yuan in Chinese, the yen in English.
  package enum TextContext: String, Sendable, CaseIterable {
    case any, chinese, english
  }

  /// How a unit stands to its numeral.
  package enum Usage: String, Sendable, CaseIterable {
    /// Behind it: 3公里, 3 km.
    case measure
    /// Before or behind it: $3, 3 dollars. Marks that stand before are given by `before`.
    case currency
    /// A Chinese measure word, after which a counted noun may follow: 3张(显卡).
    case classifier
    /// A counted noun, directly behind or after a classifier: 六个数据点, 3 tokens.
    case noun
    /// A mark that stands before its numeral only: $, US$, ￥.
    case mark
  }

  package init(reading node: inout EntryReader) throws(KnowledgeError) {
    name = try node.string("unit")
    let baseName = try node.optionalString("base") ?? name
    base = Unit(name: baseName, dimension: try node.choice("dimension"))
    let parts = (try node.optionalString("factor") ?? "1").split(separator: "/", maxSplits: 1).map(String.init)
    factor = try Self.number(parts.first, fallback: .zero, key: "factor", in: node)
    divisor = try Self.number(parts.count > 1 ? parts[1] : nil, fallback: .one, key: "factor", in: node)
    offset = try Self.number(node.optionalString("offset"), fallback: .zero, key: "offset", in: node)
    usage = try node.choice("usage", fallback: Usage.measure)
    per = try node.optionalString("per").map { Per(value: .one, unit: $0) }
    notBefore = try node.strings("not_before")
    context = try node.choice("context", fallback: TextContext.any)
    near = try node.strings("near")
    isAskedFor = try node.flag("asked")
    prefixes = try Self.prefixes(named: try node.strings("prefixes"), in: node)
    phrases = try node.strings("words").map { Phrase($0) } + node.strings("symbols").map { Phrase($0, isCaseSensitive: true) }
    if factor.isZero || divisor.isZero { throw node.error("the factor of '\(name)' is zero; write how many \(baseName) one \(name) is") }
  }

  private static func prefixes(named words: [String], in node: EntryReader) throws(KnowledgeError) -> [UnitPrefix] {
    var prefixes: [UnitPrefix] = []
    for word in words {
      guard let prefix = UnitPrefix(rawValue: word) else {
        throw node.error("'\(word)' is no prefix of a unit\(suggestion(for: word, among: UnitPrefix.allCases.map(\.rawValue)))")
      }
      prefixes.append(prefix)
    }
    return prefixes
  }

  /// `unit` multiplied by `prefix`, by the `factor` that comes of it, as `phrases` write it.
  init(_ unit: UnitEntry, by prefix: UnitPrefix, factor: ExactDecimal, phrases: [Phrase]) {
    name = prefix.rawValue + unit.name
    base = unit.base
    self.factor = factor
    divisor = unit.divisor
    offset = unit.offset
    usage = unit.usage
    per = unit.per
    notBefore = unit.notBefore
    context = unit.context
    // What keeps N apart from other letters is not needed for kN.
    near = []
    isAskedFor = unit.isAskedFor
    prefixes = []
    self.phrases = phrases
  }

  private static func number(_ text: String?, fallback: ExactDecimal, key: String, in node: EntryReader) throws(KnowledgeError)
    -> ExactDecimal
  {
    guard let text else { return fallback }
    guard let value = ExactDecimal(text) else {
      throw node.error("'\(key)' is '\(text)'; write an exact decimal or fraction such as \"0.3048\", \"1e9\" or \"5/9\"")
    }
    return value
  }

  package init(fields: inout FieldReader) throws(KnowledgeError) {
    name = try fields.string()
    base = Unit(name: try fields.string(), dimension: try fields.choice())
    factor = try fields.decimal()
    divisor = try fields.decimal()
    offset = try fields.decimal()
    usage = try fields.choice()
    let perUnit = try fields.string()
    per = perUnit.isEmpty ? nil : Per(value: .one, unit: perUnit)
    notBefore = try fields.strings()
    context = try fields.choice()
    near = try fields.strings()
    isAskedFor = try fields.string() == "asked"
    prefixes = try fields.strings().compactMap { UnitPrefix(rawValue: $0) }
    phrases = try fields.phrases()
  }

  package func write(to fields: inout FieldWriter) {
    fields.string(name)
    fields.string(base.name)
    fields.string(base.dimension.rawValue)
    fields.string(factor.description)
    fields.string(divisor.description)
    fields.string(offset.description)
    fields.string(usage.rawValue)
    fields.string(per?.unit ?? "")
    fields.strings(notBefore)
    fields.string(context.rawValue)
    fields.strings(near)
    fields.string(isAskedFor ? "asked" : "")
    fields.strings(prefixes.map(\.rawValue))
    fields.phrases(phrases)
  }
}

extension FieldWriter {
  mutating func phrases(_ phrases: [Phrase]) {
    strings(phrases.filter { !$0.isCaseSensitive }.map(\.text))
    strings(phrases.filter(\.isCaseSensitive).map(\.text))
  }
}

extension FieldReader {
  mutating func decimal() throws(KnowledgeError) -> ExactDecimal {
    guard let value = ExactDecimal(try string()) else { throw FieldReader.damaged }
    return value
  }

  mutating func phrases() throws(KnowledgeError) -> [Phrase] {
    let words = try strings().map { Phrase($0) }
    return words + (try strings()).map { Phrase($0, isCaseSensitive: true) }
  }
}
