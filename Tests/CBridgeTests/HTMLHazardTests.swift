import CBridge
import Testing

/// The inputs that libxml2 alone loses text over, or time.
@Suite("HTML: hazards")
struct HTMLHazardTests {
  @Test("elements over the depth at which libxml2 gives up are kept", arguments: [255, 257, 500])
  func deep(depth: Int) throws {
    let (starts, ends) = (String(repeating: "<div>", count: depth), String(repeating: "</div>", count: depth))
    let page = try ParsedPage(starts + "x" + ends + "y")
    #expect(page.caps == 0)
    #expect(page.nodes.count == depth + 5)
    #expect(page.mapped.string == "xy")
    #expect(page.problems() == [])
  }

  @Test("elements over the bridge's depth become neighbors", arguments: [600, 100_000, 1_000_000])
  func tooDeep(depth: Int) throws {
    let page = try ParsedPage(String(repeating: "<div>", count: depth) + "x")
    #expect(page.caps == UInt32(kz_html_capped_depth))
    #expect(page.nodes.count == depth + 4)
    #expect(page.mapped.string == "x")
    var depths = [0]
    for node in page.nodes.dropFirst() { depths.append(depths[Int(node.parent)] + 1) }
    #expect(depths.max() == Int(KZ_HTML_MAX_DEPTH) + 2)
  }

  @Test("text between elements that are too deep is kept, and so is what follows them")
  func textTooDeep() throws {
    let page = try ParsedPage("<table><tr><td>" + String(repeating: "<i>a<br></q>", count: 2000) + "b</table><p>c")
    #expect(page.mapped.string == String(repeating: "a", count: 2000) + "bc")
    #expect(page.problems() == [])
  }

  @Test("attributes over the cap are left out, and nothing else")
  func attributes() throws {
    let attributes = (0..<100_000).map { "a\($0)='>'" }.joined(separator: " ")
    let page = try ParsedPage("<p>x<a \(attributes)>y</a>z")
    #expect(page.caps == UInt32(kz_html_capped_attributes))
    let element = try #require(page.firstElement(named: "a"))
    #expect(page.attributes(of: element) == (0..<Int(KZ_HTML_MAX_ATTRIBUTES)).map { "a\($0)=>" })
    #expect(page.source(of: element) == "<a \(attributes)>y</a>")
    #expect(page.outline == #"html[body[p["x" a["y"] "z"]]]"#)
  }

  @Test("attributes in what is not a tag are none", arguments: ["<!--", "<script>", "<style>", "<p>", "<p title='"])
  func attributesOutsideTags(prefix: String) throws {
    let junk = String(repeating: " a=1", count: 1000)
    let page = try ParsedPage(prefix + (prefix == "<p>" ? "< a" : "<a") + junk)
    #expect(page.caps == 0)
  }

  @Test("a text node over libxml2's ten million bytes arrives whole", arguments: ["<p>", "<script>"])
  func longText(tag: String) throws {
    let page = try ParsedPage(tag + String(repeating: "一二三, 4&nbsp;5 ", count: 600_000))
    #expect(page.nodes.count(where: { !$0.isElement }) == 1)
    #expect(page.mapped.runs.first?.sourceRange.lowerBound == tag.utf8.count)
    #expect(page.mapped.runs.last?.sourceRange.upperBound == page.source.count)
    #expect(page.mapped.text.count == (tag == "<p>" ? 600_000 * 16 : 600_000 * 20))
  }

  @Test("a wrong label in the page changes nothing", arguments: ["gb2312", "utf-16", "nonsense", "ISO-2022-JP"])
  func wrongLabel(label: String) throws {
    for meta in ["<meta charset=\(label)>", "<meta http-equiv=Content-Type content='text/html; charset=\(label)'>"] {
      let page = try ParsedPage("<?xml version='1.0' encoding='\(label)'?><head>\(meta)</head><p>進鎔镕䶮𠀀é")
      #expect(page.mapped.string == "進鎔镕䶮𠀀é")
    }
  }

  @Test("gb18030 bytes under a label of gb2312 lose nothing")
  func gb18030LabeledGB2312() throws {
    // 进镕㐀进 in a page that says gb2312: the second and third are not in that charset.
    let head = Array("<meta charset=gb2312><p>".utf8)
    let decoded = try Decoded(head + [0xBD, 0xF8, 0xE9, 0x46, 0x81, 0x39, 0xEE, 0x39, 0xBD, 0xF8], as: "gb18030")
    #expect(decoded.malformedCount == 0)
    let page = try ParsedPage(bytes: decoded.mapped.text)
    #expect(page.mapped.string == "进镕㐀进")
  }

  @Test("a parser is used for one page after the other")
  func reuse() throws {
    let parser = try unsafe #require(unsafe kz_html_parser_open())
    defer { unsafe kz_html_parser_close(parser) }
    for html in [String(repeating: "<div>", count: 3000), "<p>a", "", "<a href='", "<p>b</p>"] {
      let bytes = Array(html.utf8)
      var tree = unsafe kz_html_tree()
      #expect(unsafe kz_html_parse(parser, bytes, bytes.count, &tree) == kz_status_ok)
      let fresh = try ParsedPage(html)
      #expect(unsafe copied(tree.text, tree.text_length) == fresh.mapped.text)
      #expect(unsafe tree.node_count == fresh.nodes.count)
      #expect(unsafe tree.caps == fresh.caps)
    }
  }

  @Test("threads do not disturb each other")
  func threads() async throws {
    let html = String(repeating: "<div><p>一&nbsp;<b>2</div>", count: 300)
    let expected = try ParsedPage(html).outline
    await withTaskGroup(of: String?.self) { group in
      for _ in 0..<4 { group.addTask { try? ParsedPage(html).outline } }
      for await outline in group { #expect(outline == expected) }
    }
  }
}
