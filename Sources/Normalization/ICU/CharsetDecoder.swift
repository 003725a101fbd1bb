import CBridge

/// Decodes bytes of a named charset, owned by one worker.
@safe final class CharsetDecoder {
  private let handle: OpaquePointer

  init() {
    guard let handle = unsafe kz_decoder_open() else { preconditionFailure("no memory for a charset decoder") }
    unsafe self.handle = handle
  }

  deinit { unsafe kz_decoder_close(handle) }

  /// UTF-8 of `bytes`, U+FFFD for what is not in `charset`; empty where ICU does not know the charset.
  func callAsFunction(_ bytes: [UInt8], charset: String) -> [UInt8] {
    var decoded = unsafe kz_decoded()
    let status = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe kz_decode(handle, charset, buffer.baseAddress, buffer.count, &decoded)
    }
    guard status == kz_status_ok, let utf8 = unsafe decoded.utf8 else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: utf8, count: decoded.utf8_length))
  }
}
