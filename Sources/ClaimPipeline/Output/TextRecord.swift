package import ClaimModel
internal import SourceText

/// `{"id","text"}`: a record's text after a stage.
package enum TextRecord {
  package static func line(id: String, text: [UInt8]) -> [UInt8] {
    JSONLine.object { line in
      line.field("id", id)
      line.key("text")
      line.string(utf8: text)
    }
  }
}

extension Document {
  /// The article: the kept blocks that the page shows, each on lines of its own.
  package var articleText: [UInt8] {
    Array(keptBlocks.filter { !$0.isPageTitle }.map { text[$0.span.range] }.joined(separator: [0x0A]))
  }
}
