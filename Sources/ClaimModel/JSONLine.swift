/// One JSON object on one line, its keys in the order they were written.
///
/// Numbers of figures go in as strings, so that no reader rounds them. Escaped are the quotation mark, the backslash and
/// the control characters below U+0020, as RFC 8259 asks; everything else stays UTF-8 (U+2028 and U+0085 are text).
package struct JSONLine: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init(capacity: Int = 1024) { bytes.reserveCapacity(capacity) }

  /// An object written by `body`, without the line's end.
  package static func object(_ body: (inout JSONLine) -> Void) -> [UInt8] {
    var line = JSONLine()
    line.object(body)
    return line.bytes
  }

  package mutating func object(_ body: (inout JSONLine) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  package mutating func array(_ body: (inout JSONLine) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "["))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  package mutating func key(_ name: StaticString) {
    separate()
    quote(name.description.utf8)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func string(_ value: String?) {
    guard let value else { return null() }
    separate()
    quote(value.utf8)
    needsComma = true
  }

  /// UTF-8 bytes as a string; malformed ones become U+FFFD.
  package mutating func string(utf8 value: some Collection<UInt8>) {
    string(String(decoding: value, as: UTF8.self))
  }

  package mutating func integer(_ value: Int) { raw(String(value)) }
  package mutating func boolean(_ value: Bool) { raw(value ? "true" : "false") }
  package mutating func null() { raw("null") }

  /// A number with two decimals, for confidences and scores.
  package mutating func hundredths(_ value: Double) {
    let scaled = Int((value * 100).rounded())
    let sign = scaled < 0 ? "-" : ""
    let (whole, part) = scaled.magnitude.quotientAndRemainder(dividingBy: 100)
    raw("\(sign)\(whole).\(part < 10 ? "0" : "")\(part)")
  }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func quote(_ text: some Collection<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension JSONLine {
  package mutating func field(_ name: StaticString, _ value: String?) {
    key(name)
    string(value)
  }

  package mutating func field(_ name: StaticString, _ value: Int) {
    key(name)
    integer(value)
  }

  package mutating func field(_ name: StaticString, _ value: Bool) {
    key(name)
    boolean(value)
  }

  package mutating func field(_ name: StaticString, hundredths value: Double) {
    key(name)
    hundredths(value)
  }
}
