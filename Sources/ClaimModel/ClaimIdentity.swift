internal import SourceText

extension Claim {
  /// This claim with its id: 16 hexadecimal digits, the 64-bit FNV-1a hash (Fowler, Noll, Vo) of the page's digest, the
  /// source span, subject, property, of and qualifier, each ended by a zero byte.
  package func identified(onPage sha256: String) -> Claim {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let parts = [
      sha256, "\(quote.source.start)", "\(quote.source.end)", subject?.canonical ?? "", property, of?.name ?? "", qualifier ?? "",
    ]
    for part in parts {
      for byte in Array(part.utf8) + [0] {
        hash ^= UInt64(byte)
        hash = hash &* 0x0000_0100_0000_01B3
      }
    }
    let digits = String(hash, radix: 16)
    var claim = self
    claim.id = String(repeating: "0", count: 16 - digits.count) + digits
    return claim
  }
}
