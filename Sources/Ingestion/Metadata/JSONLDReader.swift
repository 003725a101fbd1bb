internal import SourceText

/// Reads what a page says of itself in JSON-LD: one pass over the bytes, the keys on the way kept on a stack.
struct JSONLDReader {
  private(set) var headline: String?
  private(set) var published: String?
  private(set) var updated: String?
  private(set) var author: String?
  private(set) var site: String?
  /// What `@type` says of the page: of the outermost objects and those of the graph.
  private(set) var types: Set<String> = []

  /// Objects nested deeper are not read: a schema needs five levels.
  private static let deepest = 64

  private let text: [UInt8]
  /// The key that each open object or array stands behind.
  private var path: [String] = []

  init(_ text: [UInt8]) {
    self.text = text
    read()
  }

  private mutating func read() {
    var offset = 0
    var key = ""
    while offset < text.count, path.count <= Self.deepest {
      switch text[offset] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        path.append(key)
        if text[offset] == UInt8(ascii: "{") { key = "" }
        offset += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        key = path.popLast() ?? ""
        offset += 1
      case UInt8(ascii: "\""):
        let end = stringEnd(after: offset + 1)
        let value = offset + 1..<end
        offset = end + 1
        while offset < text.count, text[offset] <= 0x20 { offset += 1 }
        if offset < text.count, text[offset] == UInt8(ascii: ":") {
          key = value.count <= 32 ? text.string(value) : ""
          offset += 1
        } else {
          note(value, for: key)
        }
      default: offset += 1
      }
    }
  }

  private func stringEnd(after start: Int) -> Int {
    var end = start
    while end < text.count, text[end] != UInt8(ascii: "\"") { end += text[end] == UInt8(ascii: "\\") ? 2 : 1 }
    return min(end, text.count)
  }

  private mutating func note(_ value: Range<Int>, for key: String) {
    guard value.count <= 1000, !value.isEmpty else { return }
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

  /// The string with its escapes undone.
  private func unescaped(_ range: Range<Int>) -> String {
    var units: [UInt16] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard text[offset] == UInt8(ascii: "\\"), offset + 1 < range.upperBound else {
        let (scalar, width) = text.scalar(at: offset)
        units.append(contentsOf: String(Unicode.Scalar(scalar).map(Character.init) ?? "\u{FFFD}").utf16)
        offset += width
        continue
      }
      if text[offset + 1] == UInt8(ascii: "u"), offset + 6 <= range.upperBound,
        let unit = UInt16(text.string(offset + 2..<offset + 6), radix: 16)
      {
        units.append(unit)
        offset += 6
      } else {
        units.append(text[offset + 1] == UInt8(ascii: "n") || text[offset + 1] == UInt8(ascii: "t") ? 0x20 : UInt16(text[offset + 1]))
        offset += 2
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}
