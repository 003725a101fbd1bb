import CBridge
import Testing

@Suite("charsets")
struct CharsetTests {
  @Test(
    "every character leads back to its bytes",
    arguments: [
      ("gb18030", "41D6D0CEC442", "A←41 中←D6D0 文←CEC4 B←42"),
      ("gb18030", "8139EE3995328236D6D0", "㐀←8139EE39 𠀀←95328236 中←D6D0"),
      ("GBK", "D6D0", "中←D6D0"),
      ("Big5", "A4A4A4E541", "中←A4A4 文←A4E5 A←41"),
      // One code of two bytes for two characters.
      ("ibm-16684", "ECB54040ECB5", "か゚←ECB5 \u{3000}←4040 か゚←ECB5"),
      ("Big5-HKSCS", "A4A4FA4041", "中←A4A4 𠕇←FA40 A←41"),
      ("UTF-16LE", "FFFE2D4E40D800DC4100", "中←2D4E 𠀀←40D800DC A←4100"),
      ("UTF-16BE", "FEFF4E2D", "中←4E2D"),
      ("UTF-16", "FFFE2D4E", "中←2D4E"),
      ("UTF-16", "FEFF4E2DFEFF", "中←4E2D \u{FEFF}←FEFF"),
      ("UTF-8", "EFBBBFE4B8AD41", "中←E4B8AD A←41"),
      ("utf8", "E4B8ADEFBBBF", "中←E4B8AD \u{FEFF}←EFBBBF"),
      ("windows-1252", "41E98041", "A←41 é←E9 €←80 A←41"),
      ("ISO-2022-JP", "1B2442467C1B284241", "日←467C1B2842 A←41"),
      ("Shift_JIS", "93FA41", "日←93FA A←41"),
      ("gb18030", "", ""),
      ("gb18030", "84319533D6D0", "中←D6D0"),
    ])
  func characters(charset: String, hexadecimal: String, units: String) throws {
    let decoded = try Decoded(bytes(hexadecimal), as: charset)
    #expect(decoded.mapped.units == units)
    #expect(decoded.mapped.problems() == [])
    #expect(decoded.malformedCount == 0)
  }

  @Test(
    "what is not in the charset becomes U+FFFD, once for each sequence",
    arguments: [
      ("UTF-8", "41FF42", "A←41 \u{FFFD}←FF B←42", 1),
      ("UTF-8", "E4B841", "\u{FFFD}←E4B8 A←41", 1),
      ("UTF-8", "F0A080", "\u{FFFD}←F0A080", 1),
      ("UTF-8", "EDA080C080", "\u{FFFD}←ED \u{FFFD}←A0 \u{FFFD}←80 \u{FFFD}←C0 \u{FFFD}←80", 5),
      ("UTF-8", "F4908080", "\u{FFFD}←F4 \u{FFFD}←90 \u{FFFD}←80 \u{FFFD}←80", 4),
      ("gb18030", "D6D0FFCEC4", "中←D6D0 \u{FFFD}←FF 文←CEC4", 1),
      ("gb18030", "D6D081", "中←D6D0 \u{FFFD}←81", 1),
      ("gb18030", "8120D6D0", "\u{FFFD}←81  ←20 中←D6D0", 1),
      ("Big5-HKSCS", "A4A4FFFF", "中←A4A4 \u{FFFD}←FF \u{FFFD}←FF", 2),
      ("UTF-16LE", "40D84100", "\u{FFFD}←40D8 A←4100", 1),
      ("UTF-16LE", "2D4E41", "中←2D4E \u{FFFD}←41", 1),
    ])
  func malformed(charset: String, hexadecimal: String, units: String, count: Int) throws {
    let decoded = try Decoded(bytes(hexadecimal), as: charset)
    #expect(decoded.mapped.units == units)
    #expect(decoded.malformedCount == count)
  }

  @Test(
    "a text longer than ICU's chunk, with characters across its edges",
    arguments: [
      ("gb18030", "61", "95328236", "𠀀"), ("ibm-16684", "4040", "ECB5", "か゚"), ("UTF-16BE", "0061", "D840DC00", "𠀀"),
      ("gb18030", "61", "D6D0", "中"),
    ])
  func long(charset: String, letter: String, hexadecimal: String, text: String) throws {
    let unit = bytes(hexadecimal)
    for shift in 0...2 {
      let units = Array(repeating: bytes(letter), count: shift) + Array(repeating: unit, count: 5000)
      let decoded = try Decoded(Array(units.joined()), as: charset)
      #expect(decoded.mapped.string.hasSuffix(String(repeating: text, count: 5000)))
      #expect(decoded.mapped.problems() == [])
      let last = try #require(decoded.mapped.runs.last)
      #expect((last.count, Int(last.to_width)) == (5000, unit.count))
    }
  }

  @Test("valid UTF-8 is one run")
  func oneRun() throws {
    let decoded = try Decoded(Array("一二三 abc 𠀀".utf8), as: "UTF-8")
    #expect(decoded.mapped.runs.count == 1)
  }

  @Test("names that are none", arguments: ["", "nonsense", "gb18030; x", String(repeating: "a", count: 100)])
  func unknown(charset: String) throws {
    let decoder = try unsafe #require(unsafe kz_decoder_open())
    defer { unsafe kz_decoder_close(decoder) }
    var decoded = unsafe kz_decoded()
    #expect(unsafe kz_decode(decoder, charset, [0x41], 1, &decoded) == kz_status_unknown_name)
    // The decoder is still good.
    #expect(unsafe kz_decode(decoder, "gb18030", [0x41], 1, &decoded) == kz_status_ok)
  }

  @Test(
    "detection, over tags",
    arguments: [
      // 人工智能的训练数据量每年都在增长。
      ("C8CBB9A4D6C7C4DCB5C4D1B5C1B7CAFDBEDDC1BFC3BFC4EAB6BCD4DAD4F6B3A4A1A3", "GB18030"),
      // 人工智慧的訓練資料量每年都在增長。
      ("A448A475B4BCBC7AAABAB056BD6DB8EAAEC6B671A843A67EB3A3A662BC57AAF8A143", "Big5"),
      ("E4BABAE5B7A5E699BAE883BD", "UTF-8"),
    ])
  func detection(hexadecimal: String, name: String) {
    let bytes = Array("<p class=text>".utf8) + Array(repeating: bytes(hexadecimal), count: 8).joined()
    let (found, confidence) = detected(bytes)
    #expect(found == name)
    #expect((10...100).contains(confidence))
  }

  @Test("nothing is in no charset")
  func detectionOfNothing() {
    #expect(detected([]) == ("", 0))
  }

  private func detected(_ bytes: [UInt8]) -> (name: String, confidence: Int32) {
    var found = [CChar](repeating: 1, count: 64)
    var confidence: Int32 = -1
    #expect(unsafe kz_detect_charset(bytes, bytes.count, &found, &confidence) == kz_status_ok)
    return (String(decoding: found.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self), confidence)
  }
}
