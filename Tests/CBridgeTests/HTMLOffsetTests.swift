import Testing

@Suite("HTML: text leads back to its bytes")
struct HTMLOffsetTests {
  @Test(
    "a reference is one unit, everything else is copied",
    arguments: [
      ("a &amp; b", "a ⟦&amp;→&⟧ b"),
      ("&#x4e00;&#X4E8C;&#19977;", "⟦&#x4e00;→一⟧⟦&#X4E8C;→二⟧⟦&#19977;→三⟧"),
      ("a&nbsp;b&hellip;c", "a⟦&nbsp;→\u{A0}⟧b⟦&hellip;→…⟧c"),
      // Only the names of Latin-1 may lack their semicolon.
      ("a&nbsp b&copyc&hellip d&lt", "a⟦&nbsp→\u{A0}⟧ b⟦&copy→©⟧c&hellip d⟦&lt→<⟧"),
      ("&QUOT;&AMP&Amp;&GTx", "⟦&QUOT;→\"⟧⟦&AMP→&⟧&Amp;⟦&GT→>⟧x"),
      ("&#20013&#25991", "⟦&#20013→中⟧⟦&#25991→文⟧"),
      ("AT&T & Co &foo; &; &# &#x; &#zz;", "AT&T & Co &foo; &; &# &#x; &#zz;"),
      ("&amp;amp;", "⟦&amp;→&⟧amp;"),
      ("&lt;b&gt;", "⟦&lt;→<⟧b⟦&gt;→>⟧"),
      ("&#150;&#x80;", "⟦&#150;→–⟧⟦&#x80;→€⟧"),
      ("&#0;&#xD800;", "⟦&#0;→\u{FFFD}⟧⟦&#xD800;→\u{FFFD}⟧"),
      ("&#x110000;&#99999999999;", "⟦&#x110000;→\u{FFFD}⟧⟦&#99999999999;→\u{FFFD}⟧"),
      ("&#x1F600;𠀀", "⟦&#x1F600;→😀⟧𠀀"),
      ("&am<!-- -->p;", "&amp;"),
    ])
  func references(html: String, marked: String) throws {
    let page = try ParsedPage("<p>" + html)
    #expect(page.mapped.marked == marked)
    #expect(page.problems() == [])
  }

  @Test(
    "odd bytes",
    arguments: [
      ("NUL", [0x61, 0x00, 0x62], "a\0b"),
      ("control characters", [0x61, 0x01, 0x0C, 0x7F, 0x1B, 0x62], "a\u{1}\u{C}\u{7F}\u{1B}b"),
      ("line ends", [0x61, 0x0D, 0x0A, 0x0D, 0x62], "a\r\n\rb"),
      ("noncharacters", [0xEF, 0xBF, 0xBE, 0xEF, 0xBF, 0xBF], "\u{FFFE}\u{FFFF}"),
      ("private use", [0xEE, 0x80, 0x80], "\u{E000}"),
      ("a mark in the middle", [0x61, 0xEF, 0xBB, 0xBF, 0x62], "a\u{FEFF}b"),
      ("a byte that is never UTF-8", [0x61, 0xFF, 0x62], "a\u{FFFD}b"),
      ("a character cut short", [0xE4, 0xB8, 0x62], "\u{FFFD}b"),
      ("a character cut by the end", [0x61, 0xF0, 0xA0, 0x80], "a\u{FFFD}"),
      ("a surrogate", [0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ("a character written too long", [0xC0, 0x80], "\u{FFFD}\u{FFFD}"),
    ] as [(String, [UInt8], String)])
  func oddBytes(what: String, bytes: [UInt8], text: String) throws {
    for prefix in ["", "<p>", "<script>"] {
      let page = try ParsedPage(bytes: Array(prefix.utf8) + bytes)
      #expect(page.mapped.string == text, "\(what) after '\(prefix)'")
      #expect(page.problems() == [])
    }
  }

  @Test(
    "the source of a text node is its characters",
    arguments: [
      ("<p> a&amp;b </p>", " a&amp;b "),
      ("<p>a<!-- x -->b</p>", "a<!-- x -->b"),
      ("\u{FEFF}一", "一"),
      ("<p>一", "一"),
      ("<p>a<", "a<"),
      ("</p></x>>>>", ">>>"),
    ])
  func textSource(html: String, source: String) throws {
    let page = try ParsedPage(html)
    let text = try #require(page.nodes.indices.first { !page.nodes[$0].isElement })
    #expect(page.source(of: text) == source)
    #expect(page.problems() == [])
  }

  @Test("libxml2's buffer of a thousand bytes", arguments: 990...1010)
  func bufferEdge(length: Int) throws {
    let cases = [("x", "<p>"), ("中", "</q>"), (">", "</q>"), ("𠀀<", "<p>"), ("&", "<p>"), ("一x", "<script>")]
    for (unit, markup) in cases {
      let text = String(repeating: unit, count: length / unit.utf8.count * 3)
      let page = try ParsedPage(markup + text)
      #expect(page.mapped.string == text)
      #expect(page.mapped.runs.first?.sourceRange == markup.utf8.count..<page.source.count)
    }
  }
}
