internal import CBridge
internal import SourceText

/// The handles one thread needs to read pages: libxml2's parser and ICU's decoder, kept from page to page.
///
/// Belongs to one worker: not sendable.
@safe package final class IngestionWorker {
  private let parser: OpaquePointer
  private let decoder: OpaquePointer

  /// Throws where memory is out.
  package init() throws(IngestionError) {
    guard let parser = unsafe kz_html_parser_open() else { throw IngestionError.outOfMemory }
    guard let decoder = unsafe kz_decoder_open() else {
      unsafe kz_html_parser_close(parser)
      throw IngestionError.outOfMemory
    }
    unsafe self.parser = parser
    unsafe self.decoder = decoder
  }

  deinit {
    unsafe kz_html_parser_close(parser)
    unsafe kz_decoder_close(decoder)
  }

  /// The characters of `bytes`, in the charset that they are decided to be in.
  func decoded(_ bytes: [UInt8], header: String?) -> DecodedPage {
    let decision = CharsetDecision(for: bytes, header: header, detect: Self.detectedCharset)
    if decision.isWellFormedUTF8, decision.skipped == 0, let once = DoubleEncoding.undone(bytes) {
      return DecodedPage(utf8: once.text, map: once.map, skipped: 0, charset: "UTF-8, encoded twice", malformedCount: 0)
    }
    if !decision.isWellFormedUTF8, decision.skipped == 0, !decision.converter.hasPrefix("UTF-16"), let mixed = MixedCharsets(bytes),
      let page = joined(mixed, of: bytes)
    {
      return page
    }
    if decision.isWellFormedUTF8 {
      let text = decision.skipped == 0 ? bytes : Array(bytes[decision.skipped...])
      return DecodedPage(utf8: text, map: nil, skipped: decision.skipped, charset: "UTF-8", malformedCount: 0)
    }
    return converted(bytes, from: decision.converter, skipping: decision.skipped)
      ?? converted(bytes, from: "windows-1252", skipping: decision.skipped)
      ?? DecodedPage(utf8: [], map: nil, skipped: 0, charset: decision.converter, malformedCount: bytes.count)
  }

  /// The pieces of a mixed page, each read in its own charset.
  private func joined(_ mixed: MixedCharsets, of bytes: [UInt8]) -> DecodedPage? {
    var page = DecodedPage(utf8: [], map: OffsetMap(), skipped: 0, charset: "UTF-8 and \(mixed.other)", malformedCount: 0)
    for piece in mixed.pieces {
      let stretch = Array(bytes[piece.range])
      let read =
        piece.isUTF8
        ? DecodedPage(utf8: stretch, map: nil, skipped: 0, charset: "UTF-8", malformedCount: 0)
        : converted(stretch, from: mixed.other, skipping: 0)
      guard let read else { return nil }
      for run in read.mapToPage.runs {
        page.map?.append(
          .init(
            from: page.utf8.count + run.from, to: piece.range.lowerBound + run.to, count: run.count, fromWidth: run.fromWidth,
            toWidth: run.toWidth))
      }
      page.utf8 += read.utf8
      page.malformedCount += read.malformedCount
    }
    return page
  }

  /// Nil where the bridge does not know the charset or memory is out.
  private func converted(_ bytes: [UInt8], from charset: String, skipping skipped: Int) -> DecodedPage? {
    var result = unsafe kz_decoded()
    let status = unsafe bytes.withUnsafeBufferPointer { buffer -> kz_status in
      guard let base = buffer.baseAddress else { return kz_status_malformed }
      return unsafe kz_decode(decoder, charset, base + skipped, buffer.count - skipped, &result)
    }
    guard status == kz_status_ok else { return nil }
    let text = unsafe Array(UnsafeBufferPointer(start: result.utf8, count: result.utf8_length))
    var map = OffsetMap<DecodedText, PageBytes>()
    let runs = unsafe Array(UnsafeBufferPointer(start: result.runs, count: result.run_count))
    for run in runs {
      map.append(
        .init(
          from: Int(run.from), to: Int(run.to) + skipped, count: Int(run.count), fromWidth: Int(run.from_width), toWidth: Int(run.to_width))
      )
    }
    return DecodedPage(utf8: text, map: map, skipped: skipped, charset: charset, malformedCount: unsafe result.malformed_count)
  }

  /// ICU's best guess; nil below a confidence of 10 of 100.
  private static func detectedCharset(of bytes: [UInt8]) -> String? {
    var confidence: Int32 = 0
    var name = [CChar](repeating: 0, count: 64)
    let status = unsafe bytes.withUnsafeBufferPointer { buffer -> kz_status in
      guard let base = buffer.baseAddress else { return kz_status_malformed }
      return unsafe kz_detect_charset(base, buffer.count, &name, &confidence)
    }
    guard status == kz_status_ok, confidence >= 10 else { return nil }
    let found = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    guard !found.isEmpty else { return nil }
    return CharsetLabel.converter(for: found) ?? String(decoding: found, as: UTF8.self)
  }

  /// The page's tree; nil where memory is out or the page is longer than the bridge takes.
  func tree(of utf8: [UInt8]) -> HTMLTree? {
    var tree = unsafe kz_html_tree()
    let status = unsafe utf8.withUnsafeBufferPointer { buffer -> kz_status in
      guard let base = buffer.baseAddress else { return kz_status_malformed }
      return unsafe kz_html_parse(parser, base, buffer.count, &tree)
    }
    guard status == kz_status_ok else { return nil }
    return unsafe HTMLTree(copying: tree)
  }
}

/// What keeps a worker from being made.
package enum IngestionError: Error, CustomStringConvertible {
  case outOfMemory

  package var description: String { "no memory for a parser and a decoder; run with fewer workers" }
}
