package import ClaimModel
internal import SourceText

/// A record's words as one line: `{"id","text","tokens":[{"start","end","text","kind"}]}`.
package enum TokenRecord {
  /// `text` is the normalized article, a block a line; `start` and `end` are code points of it. With `findings` for a page that can't
  /// be used.
  package static func line(id: String, document: Document, worker: PageWorker) -> [UInt8] {
    JSONLine.object { line in
      line.field("id", id)
      line.key("text")
      line.string(utf8: document.articleText)
      line.key("tokens")
      line.array { list in
        var start = 0
        for block in document.keptBlocks where !block.isPageTitle {
          var place = CodePoints(text: document.text, offset: block.span.start, count: start)
          for token in worker.tokens(of: block, in: document) { write(token, in: document, at: &place, to: &list) }
          start = place.count(to: block.span.end) + 1
        }
      }
      if let rejection = Rejection(document) { line.field(rejection.findings) }
    }
  }

  private static func write(_ token: Token, in document: Document, at place: inout CodePoints, to list: inout JSONLine) {
    list.object { object in
      object.field("start", place.count(to: token.span.start))
      object.field("end", place.count(to: token.span.end))
      object.field("text", document.string(token.span))
      object.field("kind", token.kind.rawValue)
    }
  }

  /// Counts code points along a text, forward only.
  private struct CodePoints {
    let text: [UInt8]
    var offset: Int
    var count: Int

    mutating func count(to end: Int) -> Int {
      while offset < end {
        if text[offset] & 0xC0 != 0x80 { count += 1 }
        offset += 1
      }
      return count
    }
  }
}
