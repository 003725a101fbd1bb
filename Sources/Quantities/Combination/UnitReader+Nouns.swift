internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Counted nouns of open class behind a figure: 30 languages.
extension UnitReader {
  /// A lower-case English plural directly behind a figure: 30 languages.
  func openNoun(after numeral: Numeral, at end: Int) -> UnitMatch? {
    guard source.byte(at: end) == 0x20 || source.byte(at: end) == 0x0A, numeral.writing != .english || numeral.amount.low != .one else {
      return nil
    }
    let start = pastAdjective(at: pastOf(numeral, at: end + 1), numeral)
    guard isLower(source.byte(at: start)) else { return nil }
    let stop = source.lettersEnd(at: start)
    guard stop - start >= 4, stop - start <= 24, !isWordByte(source.byte(at: stop)), source.byte(at: stop) != UInt8(ascii: "'") else {
      return nil
    }
    guard let singular = Self.singular(Array(source.bytes[start..<stop])) else { return nil }
    return UnitMatch(name: singular, base: Unit(name: singular, dimension: .count), usage: .noun, range: start..<stop)
  }

  /// Past one adjective in front of a plural: 46 ⟦natural⟧ languages. Behind a number that may be a year a verb is likelier.
  private func pastAdjective(at start: Int, _ numeral: Numeral) -> Int {
    guard let value = numeral.amount.low.integer, !(1900...2100).contains(value) else { return start }
    let stop = source.lettersEnd(at: start)
    guard stop - start >= 5, source.byte(at: stop) == 0x20, source.bytes[start..<stop].allSatisfy(isLower) else { return start }
    let word = Array(source.bytes[start..<stop])
    guard Self.singular(word) == nil, Self.adjectiveEndings.contains(where: { word.suffix($0.utf8.count).elementsEqual($0.utf8) }) else {
      return start
    }
    return stop + 1
  }

  /// What English adjectives end in that are told from other words by it.
  private static let adjectiveEndings = ["al", "ive", "ous", "able", "ible", "ing", "ic", "ary", "ful"]

  /// The singular of an English plural; nil for a word that is none.
  static func singular(_ word: [UInt8]) -> String? {
    guard word.count >= 4, word.last == UInt8(ascii: "s"), !notPlural.contains(String(decoding: word, as: UTF8.self)) else { return nil }
    let stem = word.dropLast()
    func ends(_ suffix: String) -> Bool { word.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) }
    if ends("ss") || ends("us") || ends("is") { return nil }
    if ends("ies"), word.count > 4 { return String(decoding: word.dropLast(3), as: UTF8.self) + "y" }
    if ends("xes") || ends("ches") || ends("shes") || ends("sses") { return String(decoding: word.dropLast(2), as: UTF8.self) }
    return String(decoding: stem, as: UTF8.self)
  }

  /// Words that end like plurals and count nothing behind a figure: verbs, adverbs, adjectives.
  private static let notPlural: Set<String> = [
    "always", "sometimes", "perhaps", "besides", "does", "goes", "makes", "shows", "says", "uses", "gives", "takes", "comes", "means",
    "needs", "gets", "runs", "outperforms", "remains", "includes", "requires", "supports", "achieves", "becomes", "towards", "versus",
    "whereas", "hers", "ours", "yours", "theirs", "afterwards", "upwards", "onwards", "costs", "seems", "appears", "allows", "provides",
    "brings", "offers", "reaches", "represents", "marks", "sees", "was", "has", "its", "his", "this", "plus", "less", "thus", "minus",
  ]
}
