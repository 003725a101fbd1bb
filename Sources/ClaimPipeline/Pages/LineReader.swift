internal import Glibc

/// Reads lines from a file descriptor; a line ends at `\n` alone (U+2028 and U+0085 are text).
package final class LineReader {
  /// A line longer than this is refused: 1 GiB.
  package static let lengthLimit = 1 << 30

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var number = 0
  private var isAtEnd = false

  package init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// The next line without its end, and its number from 1; nil at the end. The last line may lack its end.
  package func next() throws(InputError) -> (bytes: [UInt8], number: Int)? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        number += 1
        return (Array(buffer[start..<end]), number)
      }
      searched = buffer.count
      if isAtEnd {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        number += 1
        return (Array(buffer[start...]), number)
      }
      searched -= try fill()
    }
  }

  /// Reads more; tells how many bytes were moved out at the front.
  private func fill() throws(InputError) -> Int {
    let moved = start
    if start > 0 {
      buffer.removeSubrange(..<start)
      start = 0
    }
    guard buffer.count <= Self.lengthLimit else {
      throw InputError(path: "standard input", status: .refusedInput, problem: "line \(number + 1) is longer than 1 GiB; that is no record")
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    let count = unsafe read(descriptor, &chunk, chunk.count)
    if count < 0, errno == EINTR { return moved }
    guard count >= 0 else { throw InputError(path: "standard input", systemError: errno) }
    if count == 0 { isAtEnd = true }
    buffer.append(contentsOf: chunk[..<count])
    return moved
  }
}
