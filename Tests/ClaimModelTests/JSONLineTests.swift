import ClaimModel
import Testing

@Suite struct JSONLineTests {
  @Test(arguments: [
    ("a\"b", #"{"key":"a\"b"}"#), ("a\\b", #"{"key":"a\\b"}"#), ("a\nb\r\t", #"{"key":"a\nb\r\t"}"#),
    ("\u{1}\u{1F}", #"{"key":"\u0001\u001f"}"#),
    ("進(jìn)", #"{"key":"進(jìn)"}"#), ("\u{2028}\u{85}", "{\"key\":\"\u{2028}\u{85}\"}"), ("", #"{"key":""}"#),
  ]) func escapes(value: String, line: String) {
    #expect(String(decoding: JSONLine.object { $0.field("key", value) }, as: UTF8.self) == line)
  }

  @Test func keysKeepTheirOrder() {
    let line = JSONLine.object { object in
      object.field("z", 1)
      object.field("a", true)
      object.key("list")
      object.array { list in
        list.string("x")
        list.null()
        list.object { $0.field("y", nil as String?) }
        list.array { _ in }
      }
      object.field("last", hundredths: -0.005)
    }
    #expect(String(decoding: line, as: UTF8.self) == #"{"z":1,"a":true,"list":["x",null,{"y":null},[]],"last":-0.01}"#)
  }

  @Test(arguments: [(0.93, "0.93"), (1, "1.00"), (-12.345, "-12.35"), (0.004, "0.00")])
  func hundredths(value: Double, text: String) {
    #expect(String(decoding: JSONLine.object { $0.field("n", hundredths: value) }, as: UTF8.self) == "{\"n\":\(text)}")
  }
}
