internal import Glibc

/// Writes lines to a file descriptor and checks every write.
///
/// `print` to a full disk reports nothing, and a closed pipe kills the process: here both are errors.
package final class CheckedOutput {
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// Standard output. SIGPIPE and SIGXFSZ are ignored from here on, so that the write itself fails.
  package static func standard() -> CheckedOutput {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    return CheckedOutput(descriptor: STDOUT_FILENO)
  }

  package init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Appends `line` and its end; full buffers go out.
  package func write(line: [UInt8]) throws(OutputError) {
    buffer.append(contentsOf: line)
    buffer.append(0x0A)
    if buffer.count >= 1 << 16 { try flush() }
  }

  package func write(_ text: String) throws(OutputError) {
    try write(line: Array(text.utf8))
  }

  /// Writes out what is left. To be called before the program ends.
  package func flush() throws(OutputError) {
    var start = 0
    while start < buffer.count {
      let count = unsafe buffer.withUnsafeBytes { bytes -> Int in
        guard let base = bytes.baseAddress else { return 0 }
        return unsafe Glibc.write(descriptor, base + start, bytes.count - start)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        buffer.removeAll()
        throw OutputError(code: errno)
      }
      start += count
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Output that can't be written.
package struct OutputError: Error, Hashable, CustomStringConvertible {
  /// The system's error number.
  package var code: Int32
  package var path = "standard output"

  /// Whether the reader at the other end of a pipe went away: no error that a person needs to hear of.
  package var isReaderGone: Bool { code == EPIPE }

  package var description: String {
    "\(path): cannot be written: \(unsafe String(cString: strerror(code))); free some space or choose another place"
  }
}
