internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Finds digits that are no figures by the way they are written: addresses, versions, names with digits, times of day.
struct CodeReader {
  let source: Source

  struct Code {
    var range: Range<Int>
    var reason: String
    /// Holds no digit: passed over without a note.
    var isSilent = false
  }

  // MARK: Behind digits

  /// Digits at `offset` that can't be a date either: IP addresses, section numbers, times, list numbers, citations.
  func digits(at offset: Int, floor: Int) -> Code? {
    if let code = listNumber(at: offset) { return code }
    if let code = citation(at: offset) { return code }
    if let code = clock(at: offset) { return code }
    return colons(at: offset)
  }

  /// Digits in the dress of a code, where no date was found: 3.2.1, 010-12345678, 1-2-3.
  func plainCode(at offset: Int, floor: Int) -> Code? {
    let first = source.digitsEnd(at: offset)
    let mark = source.byte(at: first)
    if mark == UInt8(ascii: ".") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") {
      var end = first
      var groups = 1
      while source.byte(at: end) == mark, isDigit(source.byte(at: end + 1)) {
        end = source.digitsEnd(at: end + 1)
        groups += 1
      }
      if groups > 2, FigureReader(source: source).pointGroupsEnd(at: first) == nil {
        return Code(range: offset..<end, reason: mark == UInt8(ascii: ".") ? "a version, section or address" : "a code of several numbers")
      }
      if mark == UInt8(ascii: "-"), groups == 2, isPhone(offset..<first, first + 1..<end) {
        return Code(range: offset..<end, reason: "a phone number")
      }
    }
    let count = first - offset
    if count == 11, source.byte(at: offset) == UInt8(ascii: "1"), source.byte(at: offset + 1) >= 0x33, !isWordByte(mark),
      !isHan(source.character(at: first))
    {
      return Code(range: offset..<first, reason: "a phone number")
    }
    if count > 1, source.byte(at: offset) == UInt8(ascii: "0"), mark != UInt8(ascii: "."), count > 2,
      !source.isAlone(offset..<first)
    {
      return Code(range: offset..<first, reason: "digits with a zero in front")
    }
    return nil
  }

  private func isPhone(_ area: Range<Int>, _ line: Range<Int>) -> Bool {
    (area.count == 3 || area.count == 4) && source.byte(at: area.lowerBound) == UInt8(ascii: "0") && (7...8).contains(line.count)
  }

  /// 2 pm, 2.17pm, 11:30 a.m.
  private func clock(at offset: Int) -> Code? {
    var end = source.digitsEnd(at: offset)
    guard end - offset <= 2 else { return nil }
    let mark = source.byte(at: end)
    if mark == UInt8(ascii: ".") || mark == UInt8(ascii: ":"), source.digitsEnd(at: end + 1) == end + 3 { end += 3 }
    let start = source.skippingSpace(at: end)
    for word in ["am", "pm", "AM", "PM", "a.m.", "p.m."]
    where source.has(word, at: start) && !isWordByte(source.byte(at: start + word.utf8.count)) {
      return Code(range: offset..<start + word.utf8.count, reason: "a time of day")
    }
    return nil
  }

  /// 14:30, 3:2.
  private func colons(at offset: Int) -> Code? {
    var end = source.digitsEnd(at: offset)
    guard end - offset <= 3, source.byte(at: end) == UInt8(ascii: ":"), isDigit(source.byte(at: end + 1)) else { return nil }
    let minutes = source.digitsEnd(at: end + 1)
    let isTime = end - offset <= 2 && minutes - end - 1 == 2
    while source.byte(at: end) == UInt8(ascii: ":"), isDigit(source.byte(at: end + 1)) { end = source.digitsEnd(at: end + 1) }
    return Code(range: offset..<end, reason: isTime ? "a time of day" : "a score or proportion")
  }

  /// `1.` and `2、` at the start of a line, `(3)` anywhere.
  private func listNumber(at offset: Int) -> Code? {
    let end = source.digitsEnd(at: offset)
    guard end - offset <= 2 else { return nil }
    if source.byte(at: end) == UInt8(ascii: ")"), source.byte(at: offset - 1) == UInt8(ascii: "(") {
      return Code(range: offset..<end, reason: "a list number")
    }
    var start = offset
    if source.byte(at: start - 1) == UInt8(ascii: "(") { start -= 1 }
    while start > 0, source.bytes[start - 1] == 0x20 || source.bytes[start - 1] == 0x09 || source.bytes[start - 1] == UInt8(ascii: "#") {
      start -= 1
    }
    guard start == 0 || source.bytes[start - 1] == 0x0A else { return nil }
    let mark = source.character(at: end)
    let next = source.next(end)
    switch mark {
    case "、", ")": return Code(range: offset..<end, reason: "a list number")
    case ".":
      let after = source.byte(at: next)
      guard !isDigit(after), after == 0x20 || after >= 0x80 || isLetter(after), next < source.count else { return nil }
      return Code(range: offset..<end, reason: "a list number")
    default: return nil
    }
  }

  /// [12] behind a word.
  private func citation(at offset: Int) -> Code? {
    let end = source.digitsEnd(at: offset)
    guard source.byte(at: offset - 1) == UInt8(ascii: "["), source.byte(at: end) == UInt8(ascii: "]"), end - offset <= 3, offset > 1 else {
      return nil
    }
    let before = source.character(before: offset - 1)
    guard before != " ", before != "\n" else { return nil }
    return Code(range: offset..<end, reason: "a citation")
  }

  // MARK: Behind letters

  /// The word at `offset` where it is an address, or where digits belong to it: GPT-4, A100, v1.5.
  func word(at offset: Int) -> Code? {
    let end = source.lettersEnd(at: offset)
    if let address = address(at: offset, wordEnd: end) { return address }
    let mark = source.byte(at: end)
    if isDigit(mark) {
      if startsFigure(offset..<end) { return Code(range: offset..<end, reason: "", isSilent: true) }
      return Code(range: offset..<codeEnd(at: end), reason: "a name with digits")
    }
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "_") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "/"),
      isDigit(source.byte(at: end + 1))
    else {
      return nil
    }
    if mark == UInt8(ascii: "-"), Self.prefixes.contains(where: { source.hasWord($0, at: offset) && $0.utf8.count == end - offset }) {
      return Code(range: offset..<end + 1, reason: "", isSilent: true)
    }
    if mark == UInt8(ascii: "."), startsFigure(offset..<end + 1) { return Code(range: offset..<end + 1, reason: "", isSilent: true) }
    return Code(range: offset..<codeEnd(at: end), reason: "a name with digits")
  }

  /// Words before a hyphen that leave the figure what it is: mid-2023, pre-2020.
  private static let prefixes = ["mid", "pre", "post", "early", "late", "sub", "over", "about", "nearly"]

  /// RMB100, Rs20: a currency in front of its figure.
  private func startsFigure(_ range: Range<Int>) -> Bool {
    source.vocabulary.marks.lexicon.all(in: source, at: range.lowerBound, beforeDigits: true).contains {
      $0.range.upperBound == range.upperBound
    }
  }

  /// The end of letters, digits and the marks that join them.
  private func codeEnd(at offset: Int) -> Int {
    var end = offset
    while end < source.count {
      let byte = source.bytes[end]
      if isWordByte(byte) {
        end += 1
      } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/"),
        isWordByte(source.byte(at: end + 1))
      {
        end += 1
      } else {
        return end
      }
    }
    return end
  }

  /// A URL or an e-mail address.
  private func address(at offset: Int, wordEnd: Int) -> Code? {
    let mark = source.byte(at: wordEnd)
    let isURL = source.has("://", at: wordEnd) || (mark == UInt8(ascii: ".") && source.hasWord("www", at: offset))
    let isMail = mark == UInt8(ascii: "@") && isWordByte(source.byte(at: wordEnd + 1))
    guard isURL || isMail else { return nil }
    var end = wordEnd
    while end < source.count, source.bytes[end] > 0x20, source.bytes[end] < 0x7F, !Self.endsAddress(source.bytes[end]) { end += 1 }
    return Code(range: offset..<end, reason: "an address")
  }

  private static func endsAddress(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: ")")
      || byte == UInt8(ascii: "]")
  }

  // MARK: Behind a figure

  /// A figure that letters or digits continue without being its unit: 4o, 3D, 256x256, 1080p.
  func glued(to combined: QuantityCombiner.Combined) -> Code? {
    guard combined.numeral.writing == .figures else { return nil }
    let end = combined.span.upperBound
    guard isWordByte(source.byte(at: end - 1)) else { return digitsAround(combined) }
    guard isWordByte(source.byte(at: end)) || (source.byte(at: end) == UInt8(ascii: "_") && isWordByte(source.byte(at: end + 1))) else {
      return digitsAround(combined)
    }
    return Code(range: combined.span.lowerBound..<codeEnd(at: end), reason: "letters and digits in one word")
  }

  /// 256×256: two sizes joined by a sign.
  private func digitsAround(_ combined: QuantityCombiner.Combined) -> Code? {
    let end = combined.span.upperBound
    if combined.unit?.name == "fold", isDigit(source.byte(at: end)) || isDigit(source.byte(at: source.skippingSpace(at: end))),
      !source.has("倍", at: end - 3)
    {
      return Code(range: combined.span.lowerBound..<source.digitsEnd(at: source.skippingSpace(at: end)), reason: "sizes joined by a sign")
    }
    return nil
  }
}
