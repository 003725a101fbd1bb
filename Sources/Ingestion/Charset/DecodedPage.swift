internal import SourceText

/// A page's characters as UTF-8, and the way back to its bytes.
struct DecodedPage: Sendable {
  var utf8: [UInt8]
  /// Nil where the characters are the page's bytes from `skipped` on.
  var map: OffsetMap<DecodedText, PageBytes>?
  /// Bytes of a byte order mark in front of the text.
  var skipped: Int
  /// As ICU names it.
  var charset: String
  /// Byte sequences that are not in the charset; each became U+FFFD.
  var malformedCount: Int

  /// Whether a page passes for UTF-16 by its NUL bytes alone: more than one unit in a hundred is half a character.
  var isGarbled: Bool { charset.hasPrefix("UTF-16") && malformedCount * 300 > utf8.count }

  /// From `utf8` to the page.
  var mapToPage: OffsetMap<DecodedText, PageBytes> {
    if let map { return map }
    var identity = OffsetMap<DecodedText, PageBytes>()
    identity.append(.init(from: 0, to: skipped, count: utf8.count, fromWidth: 1, toWidth: 1))
    return identity
  }
}
