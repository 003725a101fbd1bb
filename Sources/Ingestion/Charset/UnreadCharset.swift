/// Charsets of old Chinese pages that are not read, so that their text comes out as it lies in the bytes.
enum UnreadCharset {
  /// `HZ` or `EUC-TW` where the bytes show it; nil for all other pages. Linear.
  static func name(of bytes: [UInt8]) -> String? {
    if !bytes.contains(where: { $0 >= 0x80 }) { return shiftedStretches(bytes) >= 3 ? "HZ" : nil }
    return fourByteCharacters(bytes) >= 3 && ByteStatistics.utf8(in: bytes, from: 0).malformed > 0 ? "EUC-TW" : nil
  }

  /// `~{<:Ky2;VH~}`: what HZ puts between its marks.
  private static func shiftedStretches(_ bytes: [UInt8]) -> Int {
    var count = 0
    var isOpen = false
    for offset in bytes.indices.dropLast() where bytes[offset] == UInt8(ascii: "~") {
      if bytes[offset + 1] == UInt8(ascii: "{") { isOpen = true }
      if bytes[offset + 1] == UInt8(ascii: "}"), isOpen {
        isOpen = false
        count += 1
      }
    }
    return count
  }

  /// The single shift 2, a plane and a pair: no other charset of pages has them in number.
  private static func fourByteCharacters(_ bytes: [UInt8]) -> Int {
    var count = 0
    for offset in bytes.indices.dropLast(3)
    where bytes[offset] == 0x8E && (0xA1...0xB0).contains(bytes[offset + 1]) && bytes[offset + 2] >= 0xA1 && bytes[offset + 3] >= 0xA1 {
      count += 1
    }
    return count
  }
}
