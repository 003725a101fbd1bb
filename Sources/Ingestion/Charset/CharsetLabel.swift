/// A charset as a header or a page names it, turned into the converter that reads such pages best.
enum CharsetLabel {
  /// The converter for a label, or nil for one that is not known here (ICU then decides).
  ///
  /// Labels are read as the Encoding Standard does: gb2312 and gbk as gb18030, iso-8859-1 and ascii as windows-1252.
  static func converter(for label: some Collection<UInt8>) -> String? {
    let name = String(decoding: label.compactMap(folded), as: UTF8.self)
    switch name {
    case "utf8", "unicode11utf8": return "UTF-8"
    case "gb2312", "gbk", "gb18030", "gb231280", "xgbk", "csgb2312", "euccn", "cp936", "ms936", "windows936", "chinese": return "gb18030"
    case "big5", "big5hkscs", "csbig5", "xxbig5", "cnbig5", "cp950", "big5tw", "windows950": return "Big5"
    case "iso88591", "latin1", "ascii", "usascii", "windows1252", "cp1252", "l1": return "windows-1252"
    case "utf16", "utf16le", "unicode", "ucs2": return "UTF-16LE"
    case "utf16be": return "UTF-16BE"
    case "shiftjis", "sjis", "xsjis", "windows31j": return "Shift_JIS"
    case "eucjp": return "EUC-JP"
    case "euckr", "ksc56011987", "windows949": return "EUC-KR"
    default: return nil
    }
  }

  /// A letter or digit of a label in lower case; nil for what separates them.
  private static func folded(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    default: nil
    }
  }

  /// How many bytes from the start are searched for a page's own label. The Encoding Standard asks for 1,024; pages put
  /// styles first.
  private static let prescanLimit = 8192

  /// The charset that the page's markup names: `charset=` in a meta element or an XML declaration.
  static func declared(in bytes: [UInt8]) -> String? {
    let end = min(bytes.count, prescanLimit)
    let key = Array("charset".utf8)
    let xmlKey = Array("encoding".utf8)
    var offset = 0
    while offset + key.count < end {
      if bytes[offset] | 0x20 == UInt8(ascii: "c"), matches(key, in: bytes, at: offset) {
        if let value = value(in: bytes, after: offset + key.count, end: end), let name = converter(for: value) { return name }
      } else if offset < 100, bytes[offset] | 0x20 == UInt8(ascii: "e"), matches(xmlKey, in: bytes, at: offset) {
        if let value = value(in: bytes, after: offset + xmlKey.count, end: end), let name = converter(for: value) { return name }
      }
      offset += 1
    }
    return nil
  }

  private static func matches(_ key: [UInt8], in bytes: [UInt8], at offset: Int) -> Bool {
    guard offset + key.count <= bytes.count else { return false }
    for index in 0..<key.count where bytes[offset + index] | 0x20 != key[index] { return false }
    return true
  }

  /// The value behind `=`, with or without quotation marks.
  private static func value(in bytes: [UInt8], after offset: Int, end: Int) -> ArraySlice<UInt8>? {
    var position = offset
    while position < end, bytes[position] == 0x20 { position += 1 }
    guard position < end, bytes[position] == UInt8(ascii: "=") else { return nil }
    position += 1
    while position < end, [0x20, 0x22, 0x27].contains(bytes[position]) { position += 1 }
    let start = position
    while position < end, position - start < 40, isLabelByte(bytes[position]) { position += 1 }
    return position > start ? bytes[start..<position] : nil
  }

  private static func isLabelByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}
