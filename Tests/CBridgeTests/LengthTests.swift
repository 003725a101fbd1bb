import CBridge
import Testing

/// Lengths are refused before a byte is read, so that a short array may claim them.
@Suite("inputs that are too long")
struct LengthTests {
  let tooLong = 1 << 32

  @Test("a page")
  func page() throws {
    let parser = try unsafe #require(unsafe kz_html_parser_open())
    defer { unsafe kz_html_parser_close(parser) }
    var tree = unsafe kz_html_tree()
    #expect(unsafe kz_html_parse(parser, [0x61], tooLong, &tree) == kz_status_too_long)
    #expect(unsafe tree.node_count == 0)
  }

  @Test("bytes to decode", arguments: ["UTF-8", "gb18030"])
  func decoding(charset: String) throws {
    let decoder = try unsafe #require(unsafe kz_decoder_open())
    defer { unsafe kz_decoder_close(decoder) }
    var decoded = unsafe kz_decoded()
    #expect(unsafe kz_decode(decoder, charset, [0x61], tooLong, &decoded) == kz_status_too_long)
    var name = [CChar](repeating: 1, count: 64)
    var confidence: Int32 = 1
    #expect(unsafe kz_detect_charset([0x61], tooLong, &name, &confidence) == kz_status_too_long)
  }

  @Test("text")
  func text() throws {
    let breaker = try unsafe #require(unsafe kz_breaker_open())
    defer { unsafe kz_breaker_close(breaker) }
    var ends: UnsafePointer<Int32>?
    var isWord: UnsafePointer<UInt8>?
    var count = 1
    #expect(unsafe kz_break_words(breaker, [0x61], tooLong, &ends, &isWord, &count) == kz_status_too_long)
    let transform = try unsafe #require(unsafe kz_transform_open("NFC"))
    defer { unsafe kz_transform_close(transform) }
    var result: UnsafePointer<UInt16>?
    #expect(unsafe kz_transform_apply(transform, [0x61], tooLong, &result, &count) == kz_status_too_long)
    #expect(count == 0)
  }
}
