/// Charsets of old Chinese pages that are not read, so that their text comes out as it lies in the bytes.
enum UnreadCharset {
  /// `HZ` or `EUC-TW` where the bytes show it; nil for all other pages. Linear.
  static func name(of bytes: [UInt8]) -> String? {
    if !bytes.contains(where: { $0 >= 0x80 }) { return shiftedStretches(bytes) >= 3 ? "HZ" : nil }
    return looksLikeEUCTW(bytes) ? "EUC-TW" : nil
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

  /// Pairs of high bytes, among them some of four: the single shift 2, a plane and a pair. Of the other charsets' pages none is without
  /// bytes from 0x80 to 0xA0 elsewhere that has such fours.
  private static func looksLikeEUCTW(_ bytes: [UInt8]) -> Bool {
    var (pairs, fours, malformed) = (0, 0, 0)
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        offset += 1
      } else if isPair(bytes, at: offset) {
        pairs += 1
        offset += 2
      } else if bytes[offset] == 0x8E, offset + 1 < bytes.count, (0xA1...0xB0).contains(bytes[offset + 1]), isPair(bytes, at: offset + 2) {
        fours += 1
        offset += 4
      } else {
        malformed += 1
        offset += 1
        // Other pages are left after a look at their first characters.
        if malformed > 20, malformed * mostMalformed > pairs + fours { return false }
      }
    }
    return fours >= 3 && malformed * mostMalformed <= pairs + fours
  }

  private static func isPair(_ bytes: [UInt8], at offset: Int) -> Bool {
    offset + 1 < bytes.count && bytes[offset] >= 0xA1 && bytes[offset + 1] >= 0xA1
  }

  /// One sequence in this many may be damaged.
  private static let mostMalformed = 200
}
