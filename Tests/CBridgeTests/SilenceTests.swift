import CBridge
import Glibc
import Testing

@Suite("HTML: nothing leaves the process")
struct SilenceTests {
  /// Each makes libxml2 complain, and some of it aloud when it is not told otherwise.
  static let broken = [
    "<p <a <b>", "<a href='", "<!--", "<?", "&#;&#xFFFFFFFF;&foo", "</x></y><z>", "<html><html><body><body>", "<!DOCTYPE",
    "<meta charset=nonsense>\u{E9}", "<?xml version='1.0' encoding='nonsense'?>", "\0\u{1}<\0",
  ]

  // In a process of its own: the test runner writes to standard error as it pleases.
  @Test("a broken page prints nothing")
  func silent() async throws {
    let observed = await #expect(processExitsWith: .success, observing: [\.standardErrorContent, \.standardOutputContent]) {
      var errorCount: UInt32 = 0
      for html in SilenceTests.broken { errorCount += try ParsedPage(html).errorCount }
      _ = try ParsedPage(bytes: [0x3C, 0x61, 0x20, 0xFF, 0xFE, 0x00, 0x80, 0x3E, 0xC0, 0xFF])
      _ = try Decoded([0xFF, 0xFF, 0x80], as: "gb18030")
      guard errorCount > 5 else { exit(1) }
    }
    #expect(observed?.standardErrorContent == [])
    #expect(observed?.standardOutputContent == [])
  }

  @Test("what a page refers to is not fetched")
  func noNetwork() throws {
    let listener = try Listener()
    let address = "http://127.0.0.1:\(listener.port)/x"
    let page = try ParsedPage(
      """
      <?xml version="1.0"?><!DOCTYPE html PUBLIC "-//X//Y" "\(address)" [<!ENTITY e SYSTEM "\(address)">
      <!ENTITY % p SYSTEM "\(address)"> %p;]>
      <link rel=stylesheet href="\(address)"><p>&e;<img src="\(address)"><object data="\(address)">
      """)
    #expect(page.mapped.string.contains("&e;"))
    let wasCalled = listener.wasCalled
    #expect(!wasCalled)
  }
}

/// A TCP socket on this machine that only notes whether somebody came.
struct Listener: ~Copyable {
  private let descriptor: Int32
  let port: UInt16

  init() throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        unsafe bind(descriptor, generic, length) == 0 && listen(descriptor, 4) == 0
          && getsockname(descriptor, generic, &length) == 0
      }
    }
    try #require(bound)
    self.descriptor = descriptor
    port = UInt16(bigEndian: address.sin_port)
  }

  var wasCalled: Bool { accept(descriptor, nil, nil) >= 0 }

  deinit { close(descriptor) }
}
