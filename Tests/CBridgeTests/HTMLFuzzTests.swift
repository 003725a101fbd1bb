import ClaimTesting
import Testing

@Suite("HTML: random pages")
struct HTMLFuzzTests {
  /// What pages are made of, and what breaks them.
  static let tokens: [[UInt8]] =
    [
      "<div>", "</div>", "<p>", "</p>", "<b", "<a ", "href=", "\"", "'", ">", "/>", "</", "<", "<!--", "-->", "--!>", "<!",
      "<!DOCTYPE html>", "<![CDATA[", "]]>", "<?", "<?php ", "?>", "&", "&amp;", "&nbsp", "&#", "&#x4e00;", "&foo;", ";", "x",
      "=", "<script>", "</script>", "</script", "<style>", "</style>", "<title>", "</title>", "<body>", "</body>", "<html>",
      "</html>", "<head>", "</head>", "<table>", "<td>", "</table>", "<br>", "<li>", "<form>", "<option>", "<frameset>", "一",
      "中文", "𠀀", " ", "\r\n", "\u{C}", "\u{7F}", "\0", "\u{FFFE}", "\u{FEFF}", "abc", "<meta charset=gb2312>", "</i>",
    ].map { Array($0.utf8) } + [[0x80], [0xE4, 0xB8], [0xFF], [0xED, 0xA0, 0x80], Array(repeating: 0x79, count: 998)]

  @Test("keep every promise", arguments: 1...8)
  func promises(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...25, using: &generator) {
        bytes += Self.tokens[Int.random(in: 0..<Self.tokens.count, using: &generator)]
      }
      let page = try ParsedPage(bytes: bytes)
      let problems = page.problems() + (page.caps == 0 ? [] : ["caps \(page.caps)"])
      guard problems.isEmpty else {
        Issue.record("\(problems) in \(String(decoding: bytes, as: UTF8.self).debugDescription)")
        return
      }
    }
  }
}
