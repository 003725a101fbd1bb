internal import CBridge

/// Inflates gzip and zlib streams.
enum Inflation {
  enum Outcome {
    case done([UInt8])
    case tooLong
    case malformed
  }

  static func inflated(_ bytes: [UInt8], limit: Int) -> Outcome {
    guard let inflater = unsafe kz_inflater_open() else { return .malformed }
    defer { unsafe kz_inflater_close(inflater) }
    return unsafe bytes.withUnsafeBufferPointer { buffer -> Outcome in
      guard let base = buffer.baseAddress else { return .malformed }
      var result: UnsafePointer<UInt8>?
      var count = 0
      switch unsafe kz_inflate(inflater, base, buffer.count, limit, &result, &count) {
      case kz_status_ok: return .done(unsafe Array(UnsafeBufferPointer(start: result, count: count)))
      case kz_status_too_long: return .tooLong
      default: return .malformed
      }
    }
  }
}
