import CBridge
import Testing

/// What `kz_decode` makes of bytes, copied out of C.
struct Decoded {
  let mapped: MappedText
  let malformedCount: Int

  init(_ bytes: [UInt8], as charset: String) throws {
    let decoder = try unsafe #require(unsafe kz_decoder_open())
    defer { unsafe kz_decoder_close(decoder) }
    var decoded = unsafe kz_decoded()
    try #require(unsafe kz_decode(decoder, charset, bytes, bytes.count, &decoded) == kz_status_ok)
    mapped = MappedText(
      source: bytes, text: unsafe copied(decoded.utf8, decoded.utf8_length),
      runs: unsafe copied(decoded.runs, decoded.run_count))
    malformedCount = unsafe decoded.malformed_count
  }
}
