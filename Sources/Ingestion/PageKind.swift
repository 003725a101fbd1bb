internal import ClaimModel
internal import SourceText

/// How a page is read: told by its content first where that is plain, then by what the record or the name says.
enum PageKind {
  case html, markdown, text

  init(of page: Page, text: [UInt8]) {
    let isMarkup = MarkupSigns.looksLikeHTML(text)
    switch page.format {
    case .html: self = .html
    case .markdown: self = isMarkup == .document ? .html : .markdown
    case .text: self = isMarkup == .none ? .text : .html
    case .unknown: self = Self.kind(named: page.path, isMarkup: isMarkup, text: text)
    }
  }

  private static func kind(named path: String, isMarkup: MarkupSigns.HTML, text: [UInt8]) -> PageKind {
    if isMarkup == .document { return .html }
    switch path.split(separator: ".").last?.lowercased() {
    case "md", "markdown", "mdown", "mkd": return .markdown
    case "html", "htm", "xhtml", "shtml": return .html
    case "txt", "text": return isMarkup == .none ? .text : .html
    default: break
    }
    if MarkupSigns.looksLikeMarkdown(text) { return .markdown }
    return isMarkup == .none ? .text : .html
  }
}

/// What the first part of a text shows of its markup.
enum MarkupSigns {
  enum HTML { case none, fragment, document }

  /// How much of a page is looked at, in bytes.
  private static let sample = 65536

  /// A document begins with a doctype, `<html>`, `<head>`, `<body>` or an XML declaration; a fragment has a tag in every
  /// 400 bytes and at least five.
  static func looksLikeHTML(_ text: [UInt8]) -> HTML {
    let end = min(text.count, sample)
    var tags = 0
    var offset = 0
    while offset + 2 < end {
      if text[offset] == UInt8(ascii: "<"), let name = tagName(in: text, at: offset + 1, end: end) {
        if ["!doctype", "html", "head", "body", "?xml"].contains(name), offset < 2048 || tags > 2 { return .document }
        if commonTags.contains(name) { tags += 1 }
      }
      offset += 1
    }
    return tags >= 5 && tags * 400 >= end ? .fragment : .none
  }

  private static let commonTags: Set<String> = [
    "div", "p", "span", "a", "br", "table", "tr", "td", "ul", "li", "ol", "h1", "h2", "h3", "img", "script", "strong", "b", "em", "font",
    "section", "article", "meta", "link", "style", "title", "center",
  ]

  /// The name behind `<` or `</`, in lower case; nil where none begins.
  private static func tagName(in text: [UInt8], at offset: Int, end: Int) -> String? {
    var start = offset
    if text[start] == UInt8(ascii: "/") { start += 1 }
    var name: [UInt8] = []
    while start < end, name.count < 10 {
      let byte = text[start]
      let lower = byte | 0x20
      let isLetter = lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
      let isDigit = byte >= 0x30 && byte <= 0x39
      guard isLetter || (isDigit && !name.isEmpty) || (name.isEmpty && (byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?"))) else {
        break
      }
      name.append(isLetter ? lower : byte)
      start += 1
    }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }

  /// Two different signs of Markdown, or front matter: headings, links, fences, pipe tables, emphasis.
  static func looksLikeMarkdown(_ text: [UInt8]) -> Bool {
    let lines = TextLine.lines(of: Array(text.prefix(sample)))
    var headings = 0
    var fences = 0
    var tableRules = 0
    var links = 0
    for line in lines where !line.isBlank {
      let bytes = text[line.range]
      switch bytes.first {
      case UInt8(ascii: "#"): if MarkdownLine.headingLevel(bytes) != nil { headings += 1 }
      case UInt8(ascii: "`"), UInt8(ascii: "~"): if MarkdownLine.fence(bytes) != nil { fences += 1 }
      case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"): if MarkdownLine.isTableRule(bytes) { tableRules += 1 }
      default: break
      }
      if hasInlineLink(bytes) { links += 1 }
    }
    let signs = [headings, fences / 2, tableRules, links].count { $0 > 0 }
    return signs >= 2 || headings >= 2 || links >= 3 || tableRules >= 1
  }

  /// Whether `](` stands in the line.
  private static func hasInlineLink(_ line: ArraySlice<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in line {
      if byte == UInt8(ascii: "("), previous == UInt8(ascii: "]") { return true }
      previous = byte
    }
    return false
  }
}
