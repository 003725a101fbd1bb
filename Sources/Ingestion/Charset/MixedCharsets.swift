/// A page whose pieces are in two charsets: UTF-8, and a double-byte charset in what was pasted in from elsewhere.
struct MixedCharsets {
  /// Stretches of the page in order, each of one charset; neighbors differ.
  private(set) var pieces: [(range: Range<Int>, isUTF8: Bool)] = []
  /// ICU's name of the other charset.
  private(set) var other = "gb18030"

  /// Pieces with characters beyond ASCII that are needed of each charset, and the plausibility that the other one's bytes have together.
  private static let leastPieces = 2
  private static let leastPlausibility = 0.85

  private enum Charset { case utf8, other, either }

  /// Surely UTF-8 is what is well formed and has three characters of three bytes: pairs of another charset pass for shorter sequences,
  /// and seldom for these.
  private static func charset(of piece: ArraySlice<UInt8>) -> Charset {
    guard ByteStatistics.utf8(in: Array(piece), from: 0).malformed == 0 else { return .other }
    return piece.count { $0 >= 0xE0 } >= 3 ? .utf8 : .either
  }

  private mutating func append(_ range: Range<Int>, isUTF8: Bool) {
    if let last = pieces.last, last.isUTF8 == isUTF8 {
      pieces[pieces.count - 1].range = last.range.lowerBound..<range.upperBound
    } else {
      pieces.append((range, isUTF8))
    }
  }

  /// Nil for a page of one charset. Pieces end at line ends and tags. Linear.
  init?(_ bytes: [UInt8]) {
    var utf8Pieces = 0
    var others: [UInt8] = []
    var otherPieces = 0
    var start = 0
    while start < bytes.count {
      var end = start
      var isASCII = true
      while end < bytes.count {
        let byte = bytes[end]
        if byte >= 0x80 { isASCII = false }
        end += 1
        // The second byte of a pair is never one of these.
        if byte == 0x0A || byte == UInt8(ascii: ">") || (end < bytes.count && bytes[end] == UInt8(ascii: "<")) { break }
      }
      switch isASCII ? .either : Self.charset(of: bytes[start..<end]) {
      case .either: append(start..<end, isUTF8: pieces.last?.isUTF8 ?? true)
      case .utf8:
        utf8Pieces += 1
        append(start..<end, isUTF8: true)
      case .other:
        otherPieces += 1
        others += bytes[start..<end]
        append(start..<end, isUTF8: false)
      }
      start = end
    }
    // Of a page in the other charset alone, hardly a piece passes.
    guard utf8Pieces >= Self.leastPieces, utf8Pieces * 20 > otherPieces, otherPieces >= 1, utf8Pieces + otherPieces > Self.leastPieces
    else { return nil }
    let (gb18030, big5) = (ByteStatistics.gb18030(in: others).plausibility, ByteStatistics.big5(in: others).plausibility)
    guard max(gb18030, big5) >= Self.leastPlausibility else { return nil }
    if big5 > gb18030 { other = "Big5" }
  }
}
