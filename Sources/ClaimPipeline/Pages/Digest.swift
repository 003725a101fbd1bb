internal import CBridge

/// SHA-256 digests.
package enum Digest {
  /// The digest of `bytes` as 64 lower-case hexadecimal digits.
  package static func sha256(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    let status = unsafe bytes.withUnsafeBufferPointer { buffer -> kz_status in
      // An empty array may have no address; libcrypto is given one that it does not read.
      var none: UInt8 = 0
      guard let base = buffer.baseAddress else { return unsafe kz_sha256(&none, 0, &digest) }
      return unsafe kz_sha256(base, buffer.count, &digest)
    }
    precondition(status == kz_status_ok, "SHA-256 is not to be had from libcrypto")
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
