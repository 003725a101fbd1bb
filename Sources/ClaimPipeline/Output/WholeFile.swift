internal import Glibc

/// Writes a file as a whole: under another name first, so that nothing partial ever stands under the final one.
package enum WholeFile {
  package static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    let draft = path + ".part"
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw OutputError(code: errno, path: path) }
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in unsafe Glibc.write(descriptor, buffer.baseAddress! + start, buffer.count - start)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let code = errno
        close(descriptor)
        unsafe unlink(draft)
        throw OutputError(code: code, path: path)
      }
      start += count
    }
    guard close(descriptor) == 0, unsafe rename(draft, path) == 0 else {
      let code = errno
      unsafe unlink(draft)
      throw OutputError(code: code, path: path)
    }
  }
}
