/// How well an article's text was found: F1 of its 4-token shingles, one token a Han character or a Latin word (the measure of
/// the public article-extraction-benchmark).
package struct ArticleScore: Hashable, Sendable {
  package var precision: Double
  package var recall: Double

  /// Cost: linear in both texts.
  package init(text: String, gold: String) {
    let found = Self.shingles(text)
    let expected = Self.shingles(gold)
    let common = found.reduce(0) { $0 + min($1.value, expected[$1.key] ?? 0) }
    let (foundCount, expectedCount) = (found.values.reduce(0, +), expected.values.reduce(0, +))
    precision = foundCount == 0 ? (expectedCount == 0 ? 1 : 0) : Double(common) / Double(foundCount)
    recall = expectedCount == 0 ? 1 : Double(common) / Double(expectedCount)
  }

  package var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

  private static func shingles(_ text: String) -> [[Substring]: Int] {
    let tokens = Self.tokens(text)
    guard tokens.count > 4 else { return tokens.isEmpty ? [:] : [tokens: 1] }
    var counts: [[Substring]: Int] = [:]
    for start in 0...tokens.count - 4 { counts[Array(tokens[start..<start + 4]), default: 0] += 1 }
    return counts
  }

  private static func tokens(_ text: String) -> [Substring] {
    var tokens: [Substring] = []
    var wordStart: String.Index?
    for index in text.indices {
      let character = text[index]
      let isLatinWord = character.isASCII && (character.isLetter || character.isNumber)
      if isLatinWord {
        wordStart = wordStart ?? index
        continue
      }
      if let start = wordStart { tokens.append(text[start..<index]) }
      wordStart = nil
      if character.isLetter || character.isNumber { tokens.append(text[index...index]) }
    }
    if let start = wordStart { tokens.append(text[start...]) }
    return tokens
  }
}
