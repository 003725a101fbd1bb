internal import SourceText

extension Claim {
  /// This claim with its id: the hash of the page's digest, the source span, subject, property, of and qualifier.
  package func identified(onPage sha256: String) -> Claim {
    var claim = self
    claim.id = stableID([
      sha256, "\(quote.source.start)", "\(quote.source.end)", subject?.canonical ?? "", property, of?.name ?? "", qualifier ?? "",
    ])
    return claim
  }
}

/// 16 hexadecimal digits: the 64-bit FNV-1a hash (Fowler, Noll, Vo) of `parts`, each ended by a zero byte.
func stableID(_ parts: [String]) -> String {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for part in parts {
    for byte in Array(part.utf8) + [0] {
      hash ^= UInt64(byte)
      hash = hash &* 0x0000_0100_0000_01B3
    }
  }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
