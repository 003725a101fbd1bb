internal import SourceText

/// Reads what a page says of itself in JSON-LD.
struct JSONLDReader {
  private(set) var headline: String?
  private(set) var published: String?
  private(set) var updated: String?
  private(set) var author: String?
  private(set) var site: String?
  /// What `@type` says of the page: of the outermost objects and those of the graph.
  private(set) var types: Set<String> = []

  /// Values of more bytes are no names and dates.
  private static let longestValue = 1000

  private let text: [UInt8]

  init(_ text: [UInt8]) {
    self.text = text
    var scanner = JSONScanner(text)
    while let (key, value) = scanner.next() { note(value, for: key, in: scanner.path) }
  }

  private mutating func note(_ value: Range<Int>, for key: String, in path: [String]) {
    guard value.count <= Self.longestValue, !value.isEmpty else { return }
    let owner = path.last(where: { !$0.isEmpty }) ?? ""
    switch key {
    case "@type" where path.allSatisfy { $0.isEmpty || $0 == "@graph" || $0 == "@type" }: types.insert(text.string(value))
    case "datePublished": if published == nil { published = text.string(value) }
    case "dateModified": if updated == nil { updated = text.string(value) }
    case "headline": if headline == nil { headline = unescaped(value) }
    case "author": if author == nil { author = unescaped(value) }
    case "name":
      if owner == "author" || owner == "creator", author == nil { author = unescaped(value) }
      if owner == "publisher", site == nil { site = unescaped(value) }
    default: break
    }
  }

  private func unescaped(_ range: Range<Int>) -> String {
    String(decoding: JSONString<DecodedText>(text, in: range).utf8, as: UTF8.self)
  }
}
