internal import CBridge
internal import SourceText

/// The article that a page carries in its scripts: JSON-LD's `articleBody`, or the state from which a script makes the page.
struct PagePayload {
  /// The strings that make up the article, in order, one per line.
  private(set) var text: JSONString<DecodedText>
  /// The key of the strings, as the page names it.
  private(set) var key: String
  /// Whether the strings are markup.
  var isMarkup: Bool { ["</", "<br", "<p>"].contains { text.utf8.hasBytes(Array($0.utf8), in: text.utf8.indices) } }

  /// Keys under which pages keep text, in lower case. They are names that programmers give to fields, not phrases of a language.
  private static let keys: Set<String> = [
    "articlebody", "article_body", "body", "bodyhtml", "body_html", "content", "contenthtml", "content_html", "contenttext", "content_text",
    "html", "text", "paragraph", "detail", "richtext", "rich_text",
  ]
  /// What the keys of parts beside the article begin with.
  private static let beside = ["comment", "repl", "related", "recommend", "sidebar", "footer", "menu", "navig", "advert"]
  /// The mass of sentences that an article has at least, and that a string of it has.
  private static let leastArticle = 200
  private static let leastSentence = 30
  /// How far into a script its object begins at most, in bytes: `window.__INITIAL_STATE__ = {`.
  private static let furthestStart = 200

  /// Nil for a page whose scripts hold no article. Linear in the scripts' bytes.
  init?(in tree: HTMLTree, tags: [Tag]) {
    var groups: [String: (key: String, mass: Int, values: [Range<Int>])] = [:]
    for script in tree.nodes.indices where tags[script] == .script {
      guard let range = Self.textRange(of: script, in: tree), let start = Self.objectStart(in: tree.text, range) else { continue }
      var scanner = JSONScanner(Array(tree.text[range]), from: start - range.lowerBound)
      while let (key, place) = scanner.next() {
        guard place.count >= Self.leastSentence, Self.keys.contains(key.lowercased()) else { continue }
        guard !scanner.path.contains(where: Self.isBeside) else { continue }
        let value = place.lowerBound + range.lowerBound..<place.upperBound + range.lowerBound
        let string = JSONString<DecodedText>(tree.text, in: value)
        let measure = TextMeasure(string.utf8, in: string.utf8.indices)
        guard measure.clauseMarks > 0, measure.mass >= Self.leastSentence else { continue }
        groups["\(script) \(scanner.path.joined(separator: "/"))/\(key)", default: (key, 0, [])].mass += measure.mass
        groups["\(script) \(scanner.path.joined(separator: "/"))/\(key)"]?.values.append(value)
      }
    }
    let best = groups.values.max { ($0.mass, $1.values[0].lowerBound) < ($1.mass, $0.values[0].lowerBound) }
    guard let best, best.mass >= Self.leastArticle else { return nil }
    key = best.key
    text = JSONString()
    for value in best.values {
      text.append(tree.text, in: value)
      text.insert([0x0A, 0x0A], at: value.upperBound)
    }
  }

  private static func isBeside(_ key: String) -> Bool {
    let key = key.lowercased()
    return beside.contains { key.hasPrefix($0) }
  }

  /// The script's characters; nil where it is empty.
  private static func textRange(of script: Int, in tree: HTMLTree) -> Range<Int>? {
    let texts = (script..<Int(tree.nodes[script].subtree_end)).filter { tree.nodes[$0].kind == UInt8(kz_html_text.rawValue) }
    guard let first = texts.first, let last = texts.last else { return nil }
    return tree.textRange(of: first).lowerBound..<tree.textRange(of: last).upperBound
  }

  /// Where the script's object or array begins, with a string or another bracket inside; nil for a script that is code.
  private static func objectStart(in text: [UInt8], _ range: Range<Int>) -> Int? {
    for offset in range.prefix(furthestStart) where text[offset] == UInt8(ascii: "{") || text[offset] == UInt8(ascii: "[") {
      var next = offset + 1
      while next < range.upperBound, text[next] <= 0x20 { next += 1 }
      return next < range.upperBound && [UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "[")].contains(text[next]) ? offset : nil
    }
    return nil
  }
}
