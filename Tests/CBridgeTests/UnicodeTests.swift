import CBridge
import Testing

@Suite("words and transforms")
struct UnicodeTests {
  /// Segments separated by `|`, those that are no words in parentheses.
  private func segments(_ text: String) throws -> String {
    let breaker = try unsafe #require(unsafe kz_breaker_open())
    defer { unsafe kz_breaker_close(breaker) }
    let units = Array(text.utf16)
    var ends: UnsafePointer<Int32>?
    var isWord: UnsafePointer<UInt8>?
    var count = 0
    try #require(unsafe kz_break_words(breaker, units, units.count, &ends, &isWord, &count) == kz_status_ok)
    var start = 0
    return unsafe zip(copied(ends, count), copied(isWord, count)).map { end, isWord in
      defer { start = Int(end) }
      let segment = String(decoding: units[start..<Int(end)], as: UTF16.self)
      return isWord == 1 ? segment : "(\(segment))"
    }.joined(separator: "|")
  }

  @Test(
    "words",
    arguments: [
      ("", ""),
      ("我爱北京天安门", "我|爱|北京|天安门"),
      ("人工智能。", "人工|智能|(。)"),
      ("Training compute, 2.1e25!", "Training|( )|compute|(,)|( )|2.1e25|(!)"),
      ("𠀀 😀", "𠀀|( )|(😀)"),
      // Half a pair is no reason to stumble.
      ("a\u{FFFD}b", "a|(\u{FFFD})|b"),
    ])
  func words(text: String, expected: String) throws {
    #expect(try segments(text) == expected)
  }

  private func transformed(_ text: [UInt16], by id: String) throws -> [UInt16] {
    let transform = try unsafe #require(unsafe kz_transform_open(id))
    defer { unsafe kz_transform_close(transform) }
    var result: UnsafePointer<UInt16>?
    var count = 0
    try #require(unsafe kz_transform_apply(transform, text, text.count, &result, &count) == kz_status_ok)
    return unsafe copied(result, count)
  }

  @Test(
    "transforms",
    arguments: [
      ("Han-Latin", "進", "jìn"),
      ("Han-Latin", "中文 a", "zhōng wén a"),
      ("Hant-Hans", "機器學習的訓練資料", "机器学习的训练资料"),
      ("Hans-Hant", "训练", "訓練"),
      ("NFC", "e\u{301}", "é"),
      ("NFC", "①", "①"),
      ("NFKC", "①Ａ", "1A"),
      ("NFC", "", ""),
      ("Hant-Hans", "", ""),
    ])
  func transforms(id: String, text: String, expected: String) throws {
    #expect(try transformed(Array(text.utf16), by: id).elementsEqual(expected.utf16))
  }

  @Test("results much longer than the text")
  func growth() throws {
    let text = Array(String(repeating: "莊", count: 3000).utf16)
    #expect(try transformed(text, by: "Han-Latin").count == 3000 * 6 + 2999)
    // U+FDFA becomes 18 characters.
    #expect(try transformed(Array(repeating: 0xFDFA, count: 1000), by: "NFKC").count == 18_000)
  }

  @Test("a lone surrogate passes through", arguments: ["NFC", "Hant-Hans"])
  func loneSurrogate(id: String) throws {
    #expect(try transformed([0x61, 0xD840, 0x62], by: id) == [0x61, 0xD840, 0x62])
  }

  @Test("ids that are none", arguments: ["", "nonsense", String(repeating: "x", count: 200)])
  func unknown(id: String) {
    let transform = unsafe kz_transform_open(id)
    #expect(unsafe transform == nil)
    unsafe kz_transform_close(transform)
  }
}
