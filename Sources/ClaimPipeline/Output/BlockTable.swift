package import ClaimModel

/// Every block of a document, kept or dropped, with its score, role and reason: what `ingest --explain` shows.
package struct BlockTable {
  private let document: Document

  package init(document: Document) { self.document = document }

  /// A heading with the page and its metadata, then one line a block; the last line has no end.
  package var text: String {
    var lines = ["\(document.page.path.isEmpty ? document.page.record : document.page.path)  \(document.charset)  \(metadata)"]
    for block in document.blocks {
      let mark = block.isKept ? "+" : "-"
      let score = ClaimTable.fitted("\((block.verdict.score * 100).rounded() / 100)", to: 7)
      let role = ClaimTable.fitted(block.role.rawValue, to: 11)
      let reason = ClaimTable.fitted(block.verdict.reason, to: 24)
      lines.append("\(mark) \(score) \(role) \(reason) " + ClaimTable.fitted(document.string(block.span), to: 90))
    }
    for finding in document.findings { lines.append("! \(finding.kind): \(finding.message)") }
    return lines.joined(separator: "\n")
  }

  private var metadata: String {
    let entries: [(String, Metadata.Entry?)] = [
      ("title", document.metadata.title), ("published", document.metadata.published), ("author", document.metadata.author),
      ("source", document.metadata.source), ("site", document.metadata.site),
    ]
    return entries.compactMap { name, entry in entry.map { "\(name): \($0.value) (\($0.origin.rawValue))" } }.joined(separator: "  ")
  }
}
