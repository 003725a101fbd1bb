import CBridge
import Testing

@Suite("inflate")
struct InflateTests {
  static let first = bytes("1F8B08000000000002037BBE66CD931D0D005F81A66706000000")
  static let second = bytes("1F8B08000000000002032B4E4DCECF4B010069111FB606000000")
  static let zlib = bytes("789CABCAC94C52282E294A4DCC05001A3E045E")
  static let empty = bytes("1F8B080000000000020303000000000000000000")
  /// The word "raw", deflated without a header.
  static let headless = bytes("2B4A2C0700")
  /// A hundred thousand zeros.
  static let zeros = bytes(
    "1F8B0800000000000203EDC13101000000C2A0F54F6D0D0FA000000000000000000000000000000000000000000000000000"
      + "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
      + "0000000000000000000000000000000000000000008057037D9511D4A0860100")

  private func inflated(_ bytes: [UInt8], limit: Int = 1 << 20) throws -> (status: kz_status, bytes: [UInt8]) {
    let inflater = try unsafe #require(unsafe kz_inflater_open())
    defer { unsafe kz_inflater_close(inflater) }
    var result: UnsafePointer<UInt8>?
    var count = 0
    let status = unsafe kz_inflate(inflater, bytes, bytes.count, limit, &result, &count)
    return (status, unsafe copied(result, count))
  }

  @Test(
    "whole streams",
    arguments: [
      (first, "第一"), (first + second, "第一second"), (zlib, "zlib stream"), (empty, ""), (empty + second, "second"),
      (second + [0, 0, 0], "second"),
    ])
  func whole(stream: [UInt8], text: String) throws {
    let outcome = try inflated(stream)
    #expect(outcome.status == kz_status_ok)
    #expect(outcome.bytes == Array(text.utf8))
  }

  @Test("every truncation is an error and gives nothing", arguments: [first, zlib, empty, first + second])
  func truncated(stream: [UInt8]) throws {
    for end in 0..<stream.count where end != Self.first.count {
      let outcome = try inflated(Array(stream[..<end]))
      #expect(outcome.status == kz_status_malformed, "after \(end) bytes")
      #expect(outcome.bytes == [])
    }
  }

  @Test(
    "what is no stream, or not only that",
    arguments: [
      Array("<html>".utf8), headless, [], [0x1F, 0x8B], first + [1], zlib + zlib, first + second.dropLast(),
      first + [0x1F, 0x8B],
      Array(first.dropLast(8)) + [0, 0, 0, 0, 6, 0, 0, 0],
    ])
  func malformed(stream: [UInt8]) throws {
    #expect(try inflated(stream).status == kz_status_malformed)
  }

  @Test("the limit is exact", arguments: [(100_000, kz_status_ok), (99_999, kz_status_too_long), (0, kz_status_too_long)])
  func limit(limit: Int, status: kz_status) throws {
    let outcome = try inflated(Self.zeros, limit: limit)
    #expect(outcome.status == status)
    #expect(outcome.bytes.count == (status == kz_status_ok ? limit : 0))
  }

  @Test("the limit holds for all members together")
  func limitOverMembers() throws {
    #expect(try inflated(Self.first + Self.second, limit: 12).status == kz_status_ok)
    #expect(try inflated(Self.first + Self.second, limit: 11).status == kz_status_too_long)
    #expect(try inflated(Self.empty, limit: 0).status == kz_status_ok)
  }

  @Test("an inflater is good after an error")
  func reuse() throws {
    let inflater = try unsafe #require(unsafe kz_inflater_open())
    defer { unsafe kz_inflater_close(inflater) }
    var result: UnsafePointer<UInt8>?
    var count = 0
    for (stream, status) in [(Self.first, kz_status_ok), ([1, 2], kz_status_malformed), (Self.second, kz_status_ok)] {
      #expect(unsafe kz_inflate(inflater, stream, stream.count, 100, &result, &count) == status)
    }
    #expect(unsafe copied(result, count) == Array("second".utf8))
  }

  @Test("the libraries are named")
  func versions() {
    let versions = unsafe String(cString: kz_versions())
    #expect(versions.contains("libxml2 2.") && versions.contains("ICU ") && versions.contains("zlib "))
  }
}
