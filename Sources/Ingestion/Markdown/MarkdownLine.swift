/// What a line of Markdown is by its own first characters. Each function takes a line without white space around it.
enum MarkdownLine {
  /// The number of `#` before a space or the end, 1 to 6; nil for no heading.
  static func headingLevel(_ line: ArraySlice<UInt8>) -> Int? {
    let level = line.prefix { $0 == UInt8(ascii: "#") }.count
    guard level >= 1, level <= 6 else { return nil }
    let next = line.startIndex + level
    return next == line.endIndex || line[next] == 0x20 || line[next] == 0x09 ? level : nil
  }

  /// The mark and length of a code fence: three or more backquotes or tildes.
  static func fence(_ line: ArraySlice<UInt8>) -> (mark: UInt8, length: Int)? {
    guard let mark = line.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let length = line.prefix { $0 == mark }.count
    guard length >= 3 else { return nil }
    // A backquote further on: a code span, not a fence.
    if mark == UInt8(ascii: "`"), line.dropFirst(length).contains(mark) { return nil }
    return (mark, length)
  }

  /// `| --- | :---: |`, the line below a table's header.
  static func isTableRule(_ line: ArraySlice<UInt8>) -> Bool {
    var dashes = 0
    var pipes = 0
    for byte in line {
      switch byte {
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: ":"), 0x20, 0x09: break
      default: return false
      }
    }
    return dashes >= 1 && pipes >= 1
  }

  /// `---`, `***` or `___`, spaces between them or not.
  static func isThematicBreak(_ line: ArraySlice<UInt8>) -> Bool {
    guard let mark = line.first, [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_")].contains(mark) else { return false }
    var marks = 0
    for byte in line {
      if byte == mark { marks += 1 } else if byte != 0x20, byte != 0x09 { return false }
    }
    return marks >= 3
  }

  /// 1 for a line of `=`, 2 for a line of `-` (the rule below a heading); nil for others.
  static func underlineLevel(_ line: ArraySlice<UInt8>) -> Int? {
    guard let mark = line.first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"), line.allSatisfy({ $0 == mark }) else { return nil }
    return mark == UInt8(ascii: "=") ? 1 : 2
  }

  /// Bytes of a list marker and the space behind it: `- `, `* `, `+ `, `12. `, `3) `; nil for others.
  static func listMarkerLength(_ line: ArraySlice<UInt8>) -> Int? {
    guard let first = line.first else { return nil }
    var length = 0
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "+") {
      length = 1
    } else {
      length = line.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
      guard length >= 1, length <= 9, line.count > length else { return nil }
      let mark = line[line.startIndex + length]
      guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else { return nil }
      length += 1
    }
    guard line.count > length else { return nil }
    let spaces = line.dropFirst(length).prefix { $0 == 0x20 || $0 == 0x09 }.count
    return spaces > 0 ? length + spaces : nil
  }

  /// Whether the line begins with an HTML tag or comment of that name, whatever the case.
  static func begins(_ line: ArraySlice<UInt8>, withTag name: String) -> Bool {
    guard line.first == UInt8(ascii: "<"), line.count > name.utf8.count else { return false }
    for (byte, wanted) in zip(line.dropFirst(), name.utf8) where byte | 0x20 != wanted && byte != wanted { return false }
    return true
  }
}
