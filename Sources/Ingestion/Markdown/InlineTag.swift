internal import SourceText

/// A tag of inline HTML in Markdown, by its name; nil where `<` begins none.
struct InlineTag {
  enum Kind { case lineBreak, superscript, beginLink, endLink, address, other }

  var kind: Kind

  private static let names: Set<String> = [
    "a", "abbr", "article", "aside", "b", "bdi", "bdo", "big", "blockquote", "body", "br", "caption", "center", "cite", "code", "dd", "del",
    "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header",
    "hr", "html", "i", "iframe", "img", "ins", "kbd", "li", "main", "mark", "meta", "nav", "nobr", "ol", "p", "picture", "pre", "q", "rp",
    "rt",
    "ruby", "s", "samp", "section", "small", "source", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot",
    "th", "thead", "time", "tr", "tt", "u", "ul", "var", "video", "wbr", "!--",
  ]
  private static let schemes = ["http://", "https://", "mailto:"]

  init?(in text: [UInt8], at offset: Int, end: Int) {
    var start = offset + 1
    guard start < end else { return nil }
    let isEnd = text[start] == UInt8(ascii: "/")
    if isEnd { start += 1 }
    var stop = start
    while stop < end, stop - start < 12, !Self.isDelimiter(text[stop]) { stop += 1 }
    let name = String(decoding: text[start..<stop], as: UTF8.self).lowercased()
    if !isEnd, Self.schemes.contains(where: { text.hasBytes(Array($0.utf8), at: start) }) {
      kind = .address
      return
    }
    guard Self.names.contains(name) || name.hasPrefix("!--") else { return nil }
    switch name {
    case "br", "hr", "p", "li", "div", "h1", "h2", "h3", "h4", "h5", "h6", "figure", "details", "section": kind = .lineBreak
    case "sup": kind = isEnd ? .other : .superscript
    case "a": kind = isEnd ? .endLink : .beginLink
    default: kind = .other
    }
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }
}
