/// Writes the fields of entries: strings with their length in front, one after the other.
package struct FieldWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func integer(_ value: Int) {
    var rest = UInt64(value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  package mutating func string(_ text: String) {
    integer(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  package mutating func strings(_ list: [String]) {
    integer(list.count)
    for text in list { string(text) }
  }

  package mutating func raw(_ block: [UInt8]) {
    integer(block.count)
    bytes.append(contentsOf: block)
  }
}

/// Reads what `FieldWriter` wrote. Whatever the bytes, it throws rather than reads past the end.
package struct FieldReader: Sendable {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = 0
    end = bytes.count
  }

  package var isAtEnd: Bool { position == end }

  package mutating func integer() throws(KnowledgeError) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < end, shift < 63 {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(value) }
      shift += 7
    }
    throw Self.damaged
  }

  package mutating func string() throws(KnowledgeError) -> String {
    let count = try integer()
    guard count <= end - position else { throw Self.damaged }
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  package mutating func strings() throws(KnowledgeError) -> [String] {
    let count = try integer()
    guard count <= end - position else { throw Self.damaged }
    var list: [String] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try string()) }
    return list
  }

  package mutating func raw() throws(KnowledgeError) -> [UInt8] {
    let count = try integer()
    guard count <= end - position else { throw Self.damaged }
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  package mutating func choice<Choice>() throws(KnowledgeError) -> Choice
  where Choice: RawRepresentable, Choice.RawValue == String {
    guard let choice = Choice(rawValue: try string()) else { throw Self.damaged }
    return choice
  }

  static let damaged = KnowledgeError(
    file: "knowledge.table", line: 0,
    problem: "the compiled table is damaged or of another version; compile it again with `kaozheng knowledge compile`")
}
