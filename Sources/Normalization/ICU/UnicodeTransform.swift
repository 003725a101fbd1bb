import CBridge

/// One of ICU's transliterators or normalizers, owned by one worker.
@safe final class UnicodeTransform {
  private let handle: OpaquePointer

  /// Stops the program where ICU lacks the transform: its data is then not installed as a whole.
  init(_ id: String) {
    guard let handle = unsafe kz_transform_open(id) else { preconditionFailure("ICU has no transform named \(id)") }
    unsafe self.handle = handle
  }

  deinit { unsafe kz_transform_close(handle) }

  /// `units` (UTF-16) transformed; unchanged where ICU fails.
  func callAsFunction(_ units: [UInt16]) -> [UInt16] {
    var result: UnsafePointer<UInt16>?
    var length = 0
    let status = unsafe units.withUnsafeBufferPointer { buffer in
      unsafe kz_transform_apply(handle, buffer.baseAddress, buffer.count, &result, &length)
    }
    guard status == kz_status_ok, let result = unsafe result else { return units }
    return unsafe Array(UnsafeBufferPointer(start: result, count: length))
  }
}
