package import ClaimModel
internal import SourceText

/// A record's text after a stage.
package enum TextRecord {
  /// `{"id","title","text"}`: an article's text with its title beside it; with `findings` for a page that can't be used.
  package static func line(id: String, document: Document, text: [UInt8]) -> [UInt8] {
    JSONLine.object { line in
      line.field("id", id)
      line.field("title", document.metadata.title?.value)
      line.key("text")
      line.string(utf8: text)
      if let rejection = Rejection(document) { line.field(rejection.findings) }
    }
  }

  /// `{"id","text"}`, and what else there is: `changes`, as `ChangeList` has them, `findings` for a page that can't be used.
  package static func line(id: String, text: [UInt8], changes: ChangeList? = nil, rejection: Rejection? = nil) -> [UInt8] {
    JSONLine.object { line in
      line.field("id", id)
      line.key("text")
      line.string(utf8: text)
      if let changes { changes.write(to: &line) }
      if let rejection { line.field(rejection.findings) }
    }
  }
}

extension Document {
  /// The article without its title, each block on lines of its own.
  package var bodyText: [UInt8] {
    Array(keptBlocks.filter { $0.role != .title }.map { text[$0.span.range] }.joined(separator: [0x0A]))
  }

  /// The article: the kept blocks that the page shows, each on lines of its own.
  package var articleText: [UInt8] {
    Array(keptBlocks.filter { !$0.isPageTitle }.map { text[$0.span.range] }.joined(separator: [0x0A]))
  }
}
