/// The elements that matter to reading a page; every other one is `other`, read as inline.
enum Tag: UInt8, CaseIterable {
  case other
  // not text
  case script, style, noscript, template, select, textarea, svg, object, embed, canvas, audio, video, button, iframe, noframes, datalist,
    annotation, head
  // structure
  case html, body, div, section, article, main, nav, aside, header, footer, form, fieldset, center, address, details, summary, dialog,
    hgroup,
    legend, figure, dir, menu
  case p, pre, blockquote, hr
  case h1, h2, h3, h4, h5, h6
  case ul, ol, li, dl, dt, dd
  case figcaption, caption
  case table, thead, tbody, tfoot, tr, td, th
  // inline
  case a, br, sup, sub, span, b, strong, em, i, u, font, time, code, label, img
  // the head
  case title, meta, link, base

  /// How an element is read.
  enum Kind {
    /// Its content is never text.
    case skipped
    /// Begins and ends a block.
    case block
    case lineBreak
    case inline
  }

  var kind: Kind {
    switch self {
    case .script, .style, .template, .select, .textarea, .svg, .object, .embed, .canvas, .audio, .video, .button, .iframe,
      .noframes,
      .datalist, .annotation, .meta, .link, .base:
      .skipped
    case .other, .a, .sup, .sub, .span, .b, .strong, .em, .i, .u, .font, .time, .code, .label, .img: .inline
    case .br: .lineBreak
    default: .block
    }
  }

  /// 1 to 6, or 0 for what is no heading.
  var headingLevel: Int {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: 0
    }
  }
}

/// Finds a tag by its name's bytes without making strings: a table of 256 slots, probed one after the other.
struct TagTable {
  private var keys = [UInt64](repeating: 0, count: 256)
  private var tags = [Tag](repeating: .other, count: 256)

  init() {
    for tag in Tag.allCases where tag != .other {
      let name = Array("\(tag)".utf8)
      let key = Self.key(of: name, at: 0..<name.count)
      var slot = Self.slot(of: key)
      while keys[slot] != 0 { slot = (slot + 1) & 255 }
      keys[slot] = key
      tags[slot] = tag
    }
  }

  func tag(named name: Range<Int>, in strings: [UInt8]) -> Tag {
    let key = Self.key(of: strings, at: name)
    var slot = Self.slot(of: key)
    while keys[slot] != 0 {
      if keys[slot] == key { return tags[slot] }
      slot = (slot + 1) & 255
    }
    return .other
  }

  /// The first seven bytes and the length; never 0, and different for every name in the table.
  private static func key(of bytes: [UInt8], at range: Range<Int>) -> UInt64 {
    var key = UInt64(truncatingIfNeeded: range.count) & 0xFF
    for offset in range.prefix(7) { key = key << 8 | UInt64(bytes[offset]) }
    return key
  }

  private static func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }
}
