import CBridge

/// ICU's word breaker for Chinese and English, owned by one worker.
@safe final class WordBreaker {
  private let handle: OpaquePointer

  init() {
    guard let handle = unsafe kz_breaker_open() else { preconditionFailure("ICU has no word breaker") }
    unsafe self.handle = handle
  }

  deinit { unsafe kz_breaker_close(handle) }

  /// The words among `units` (UTF-16), in order; spaces and punctuation left out.
  func words(in units: [UInt16]) -> [Range<Int>] {
    var ends: UnsafePointer<Int32>?
    var isWord: UnsafePointer<UInt8>?
    var count = 0
    let status = unsafe units.withUnsafeBufferPointer { buffer in
      unsafe kz_break_words(handle, buffer.baseAddress, buffer.count, &ends, &isWord, &count)
    }
    guard status == kz_status_ok, let ends = unsafe ends, let isWord = unsafe isWord else { return [] }
    var words: [Range<Int>] = []
    var start = 0
    for index in 0..<count {
      let end = unsafe Int(ends[index])
      if unsafe isWord[index] != 0 { words.append(start..<end) }
      start = end
    }
    return words
  }
}
