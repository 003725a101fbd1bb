/// A table of texts: a header and rows.
package struct TextTable: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    /// Where it begins in its file, from 1.
    package var line: Int
    /// As many as the header has; cells that a short row leaves out are empty, those that a long one has over are dropped.
    package var cells: [String]
  }

  package var header: [String]
  package var rows: [Row]

  package func column(_ name: String) -> Int? { header.firstIndex(of: name) }
}

extension TextTable {
  /// Reads comma-separated values by RFC 4180: cells in quotation marks may hold commas, doubled quotation marks and line ends;
  /// lines end in LF or CRLF. A byte order mark is skipped and malformed UTF-8 replaced. Never fails: a quotation mark that is
  /// not closed runs to the end of the file.
  package init(commaSeparated bytes: [UInt8]) {
    var reader = DelimitedReader(bytes: bytes)
    header = reader.next()?.cells ?? []
    rows = []
    while let record = reader.next() {
      guard record.cells != [""] else { continue }
      rows.append(Row(line: record.line, cells: fitted(record.cells)))
    }
  }

  private func fitted(_ cells: [String]) -> [String] {
    Array(cells.prefix(header.count)) + Array(repeating: "", count: max(0, header.count - cells.count))
  }
}

private struct DelimitedReader {
  let bytes: [UInt8]
  var at: Int
  var line = 1

  init(bytes: [UInt8]) {
    self.bytes = bytes
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The cells up to the next line end outside quotation marks; nil at the end of the file.
  mutating func next() -> (line: Int, cells: [String])? {
    guard at < bytes.count else { return nil }
    let start = line
    var cells: [String] = []
    while true {
      cells.append(bytes[clamped: at] == UInt8(ascii: "\"") ? quoted() : plain())
      guard at < bytes.count else { break }
      let end = bytes[at]
      at += 1
      if end == UInt8(ascii: ",") {
        // A comma at the very end of the file: one more empty cell.
        if at == bytes.count { cells.append("") }
        if at == bytes.count { break }
        continue
      }
      line += 1
      break
    }
    return (start, cells)
  }

  private mutating func plain() -> String {
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: ","), bytes[at] != UInt8(ascii: "\n") { at += 1 }
    var end = at
    if end > start, bytes[clamped: at] != UInt8(ascii: ","), bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private mutating func quoted() -> String {
    var content: [UInt8] = []
    at += 1
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "\"") {
        guard bytes[clamped: at] == UInt8(ascii: "\"") else {
          // What stands between the closing mark and the comma belongs to the cell, as common readers have it.
          return String(decoding: content, as: UTF8.self) + plain()
        }
        at += 1
      } else if byte == UInt8(ascii: "\n") {
        line += 1
      }
      content.append(byte)
    }
    return String(decoding: content, as: UTF8.self)
  }
}

extension [UInt8] {
  fileprivate subscript(clamped index: Int) -> UInt8? { index < count ? self[index] : nil }
}
