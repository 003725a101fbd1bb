internal import ClaimModel

/// A row's name taken apart: words, sizes, bracketed remarks.
struct RowName {
  /// Words outside brackets, cut at spaces and hyphens.
  let words: [String]
  /// The name as published.
  let whole: String

  init(_ name: String) {
    whole = name
    words = Self.withoutRemarks(name).split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "\u{2011}" }).map(String.init)
  }

  /// The name without bracketed remarks.
  var plain: String { words.joined(separator: " ") }

  /// Without sizes: `Llama 2` for Llama 2-70B.
  var family: String { words.filter { Self.size($0) == nil }.joined(separator: " ") }

  /// The letters of its first word, which siblings share: `llama` for Llama 2-70B, `albert` for ALBERT-xxlarge.
  var stem: String {
    var stem = ""
    for character in (words.first ?? "").lowercased() {
      guard !character.isNumber else { break }
      stem.append(character)
    }
    return stem
  }

  /// The name as published without some of its words, given in lower case.
  func withoutWords(_ dropped: Set<String>) -> String {
    let kept = whole.split(separator: " ").filter { !dropped.contains($0.lowercased()) }
    return kept.isEmpty ? whole : kept.joined(separator: " ")
  }

  /// The parameters that the name itself gives, as digits and power of ten: 7 and 9 for LLaMA-7B.
  var statedSize: (digits: String, power: Int)? {
    let sizes = (words + whole.split(whereSeparator: { " -()".contains($0) }).map(String.init)).compactMap(Self.size)
    return sizes.first.flatMap { $0.power >= 6 ? $0 : nil }
  }

  private static func withoutRemarks(_ name: String) -> String {
    var depth = 0
    var plain = ""
    for character in name {
      switch character {
      case "(", "（", "[": depth += 1
      case ")", "）", "]": depth -= depth > 0 ? 1 : 0
      default: if depth == 0 { plain.append(character) }
      }
    }
    return plain
  }

  /// 7B, 1.5B, 355M, 8x7B, 80GB: digits and a letter or two of magnitude.
  static func size(_ word: String) -> (digits: String, power: Int)? {
    let lowered = word.lowercased()
    for (ending, power) in [("gb", 0), ("b", 9), ("m", 6), ("k", 3), ("t", 12)] where lowered.hasSuffix(ending) {
      let digits = lowered.dropLast(ending.count)
      let parts = digits.split(separator: "x", omittingEmptySubsequences: false)
      guard parts.allSatisfy({ isNumber($0) }), let last = parts.last else { return nil }
      return (String(last), parts.count > 1 ? 0 : power)
    }
    return nil
  }

  private static func isNumber(_ text: Substring) -> Bool {
    guard let first = text.first, first.isNumber, text.last != "." else { return false }
    return text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") } && text.filter { $0 == "." }.count <= 1
  }
}
