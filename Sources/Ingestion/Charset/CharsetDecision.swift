/// Which charset a page is read in.
///
/// A byte order mark decides. Else what the bytes are comes before what a label says: pages are served with wrong labels.
/// Order: UTF-8 where it is well formed or nearly so; UTF-16 by its NUL bytes; the header's and the page's label where the
/// bytes bear them out; the double-byte charset that the bytes look like; ICU's detector; windows-1252.
struct CharsetDecision {
  /// ICU's name.
  var converter: String
  /// Bytes of a byte order mark.
  var skipped: Int
  /// Whether the page is known to be well-formed UTF-8.
  var isWellFormedUTF8: Bool

  /// UTF-8 with one bad sequence in this many good ones is still UTF-8.
  private static let sequencesPerMalformed = 10
  /// A pair charset is believed from this plausibility on. Measured on news pages: right charset 0.9 and above, wrong one
  /// below 0.6.
  private static let believablePlausibility = 0.7

  /// `detect` names ICU's best guess, or nil.
  init(for bytes: [UInt8], header: String?, detect: ([UInt8]) -> String?) {
    isWellFormedUTF8 = false
    if let mark = Self.byteOrderMark(of: bytes) {
      (converter, skipped) = mark
      isWellFormedUTF8 = converter == "UTF-8" && ByteStatistics.utf8(in: bytes, from: skipped).malformed == 0
      return
    }
    skipped = 0
    if let utf16 = ByteStatistics.utf16Converter(for: bytes) {
      converter = utf16
      return
    }
    let utf8 = ByteStatistics.utf8(in: bytes, from: 0)
    isWellFormedUTF8 = utf8.malformed == 0
    if isWellFormedUTF8 || utf8.malformed * Self.sequencesPerMalformed < utf8.sequences {
      converter = "UTF-8"
      return
    }
    let labels = [header.flatMap { CharsetLabel.converter(for: Array($0.utf8)) }, CharsetLabel.declared(in: bytes)].compactMap(\.self)
    converter = Self.converter(labels: labels, bytes: bytes, utf8: utf8, detect: detect)
  }

  private static func converter(
    labels: [String], bytes: [UInt8], utf8: ByteStatistics.UTF8Count, detect: ([UInt8]) -> String?
  ) -> String {
    let gb18030 = ByteStatistics.gb18030(in: bytes).plausibility
    let big5 = ByteStatistics.big5(in: bytes).plausibility
    let likelier = gb18030 >= big5 ? "gb18030" : "Big5"
    let best = max(gb18030, big5)
    for label in labels {
      switch label {
      case "UTF-8": if utf8.malformed < utf8.sequences { return label }
      case "gb18030": if gb18030 >= believablePlausibility || gb18030 + 0.1 >= big5 { return label }
      case "Big5": if big5 >= believablePlausibility, big5 + 0.1 >= gb18030 { return label }
      case "windows-1252": if best < believablePlausibility { return label }
      case "UTF-16LE", "UTF-16BE": continue  // would have shown its NUL bytes
      default: return label
      }
    }
    if best >= believablePlausibility { return likelier }
    return detect(bytes) ?? (utf8.malformed < utf8.sequences ? "UTF-8" : "windows-1252")
  }

  private static func byteOrderMark(of bytes: [UInt8]) -> (String, Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("UTF-8", 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return ("UTF-32LE", 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return ("UTF-32BE", 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("UTF-16LE", 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", 2) }
    return nil
  }
}
