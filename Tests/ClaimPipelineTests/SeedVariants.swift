import Foundation
import Glibc
import Testing

/// The seed page in other dress.
enum SeedVariant: String, CaseIterable, CustomTestStringConvertible {
  case wrappedInHTML, withCRLF, asGB18030

  var testDescription: String { rawValue }

  func bytes(of page: String) throws -> [UInt8] {
    switch self {
    case .wrappedInHTML:
      let lines = page.split(separator: "\n").map { line in
        "<p>" + line.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;") + "</p>"
      }
      return Array(
        "<!doctype html><html><head><title>AI</title></head><body><div>\(lines.joined(separator: "\n"))</div></body></html>".utf8)
    case .withCRLF: return Array(page.replacingOccurrences(of: "\n", with: "\r\n").utf8)
    case .asGB18030: return try encoded(page, as: "GB18030")
    }
  }
}

/// `text` in another charset, by the C library's own converter: nothing of ours encodes.
func encoded(_ text: String, as charset: String) throws -> [UInt8] {
  guard let converter = unsafe iconv_open(charset, "UTF-8"), unsafe converter != iconv_t(bitPattern: -1) else {
    throw EncodingFailure(charset: charset)
  }
  defer { unsafe iconv_close(converter) }
  var source = Array(text.utf8CString.dropLast())
  var result = [CChar](repeating: 0, count: source.count * 4 + 16)
  var (left, room) = (source.count, result.count)
  let status = unsafe source.withUnsafeMutableBufferPointer { input in
    unsafe result.withUnsafeMutableBufferPointer { output in
      var (from, to) = (input.baseAddress, output.baseAddress)
      return unsafe iconv(converter, &from, &left, &to, &room)
    }
  }
  guard status == 0, left == 0 else { throw EncodingFailure(charset: charset) }
  return result.dropLast(room).map { UInt8(bitPattern: $0) }
}

struct EncodingFailure: Error {
  var charset: String
}
