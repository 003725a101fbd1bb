extension TextTable {
  /// Reads JSON Lines, one flat object a line: a column for every key, in the order of their first appearance.
  ///
  /// Numbers are kept as written, so that none is rounded; true and false become words, null an empty cell. Nested values and
  /// lines that are no object are left out, and `unreadable` has their line numbers.
  package init(objectLines bytes: [UInt8], unreadable: inout [Int]) {
    var columns: [String: Int] = [:]
    var names: [String] = []
    var found: [(line: Int, fields: [(Int, String)])] = []
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      var reader = FlatObjectReader(bytes: Array(line))
      guard let fields = reader.fields() else {
        unreadable.append(number)
        continue
      }
      let row = fields.map { name, value in
        if let known = columns[name] { return (known, value) }
        columns[name] = names.count
        names.append(name)
        return (names.count - 1, value)
      }
      found.append((number, row))
    }
    header = names
    rows = found.map { line, fields in
      var cells = Array(repeating: "", count: names.count)
      for (column, value) in fields { cells[column] = value }
      return Row(line: line, cells: cells)
    }
  }
}

/// Reads one JSON object without nesting.
private struct FlatObjectReader {
  let bytes: [UInt8]
  private var at = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Keys and values in order; nil for anything else.
  mutating func fields() -> [(String, String)]? {
    var fields: [(String, String)] = []
    skipSpace()
    guard take("{") else { return nil }
    skipSpace()
    if take("}") { return fields }
    while true {
      skipSpace()
      guard let key = string() else { return nil }
      skipSpace()
      guard take(":") else { return nil }
      skipSpace()
      guard let value = value() else { return nil }
      fields.append((key, value))
      skipSpace()
      if take("}") { return fields }
      guard take(",") else { return nil }
    }
  }

  private mutating func value() -> String? {
    if peek == UInt8(ascii: "\"") { return string() }
    let start = at
    while let byte = peek, byte > 0x20, byte != UInt8(ascii: ","), byte != UInt8(ascii: "}") {
      guard byte != UInt8(ascii: "["), byte != UInt8(ascii: "{") else { return nil }
      at += 1
    }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    return word.isEmpty ? nil : word == "null" ? "" : word
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var units: [UInt8] = []
    while let byte = peek {
      at += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let escaped = escape() else { return nil }
        units.append(contentsOf: Array(escaped.utf8))
      default: units.append(byte)
      }
    }
    return nil
  }

  private mutating func escape() -> String? {
    guard let byte = peek else { return nil }
    at += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "b"), UInt8(ascii: "f"): return " "
    case UInt8(ascii: "u"):
      guard let high = hexadecimal() else { return nil }
      guard (0xD800..<0xDC00).contains(high) else { return Unicode.Scalar(high).map { String($0) } ?? "\u{FFFD}" }
      guard take("\\"), take("u"), let low = hexadecimal(), (0xDC00..<0xE000).contains(low) else { return "\u{FFFD}" }
      return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)).map { String($0) }
    default: return String(Unicode.Scalar(byte))
    }
  }

  private mutating func hexadecimal() -> UInt32? {
    guard at + 4 <= bytes.count, let value = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16) else { return nil }
    at += 4
    return value
  }

  private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let byte = peek, UInt32(byte) == character.value else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte <= 0x20 { at += 1 }
  }
}
