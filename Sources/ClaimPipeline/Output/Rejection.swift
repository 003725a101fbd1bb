package import ClaimModel

/// A page that can't be used, as a record that says why: `kaozheng/rejection/1`.
package struct Rejection: Hashable, Sendable {
  package var record: String
  package var path: String
  package var findings: [Finding]

  package init(record: String, path: String, findings: [Finding]) {
    self.record = record
    self.path = path
    self.findings = findings
  }

  /// The rejection of a document without an article, or in a charset that is not read; nil for a document that can be used.
  package init?(_ document: Document) {
    guard !document.hasArticle || document.findings.contains(where: { $0.kind == Finding.unreadCharset }) else { return nil }
    self.init(record: document.page.record, path: document.page.path, findings: document.findings)
  }

  /// For a person: the page and why it can't be used.
  package var sentence: String { "\(path): no article; \(findings.map(\.message).joined(separator: "; "))" }

  /// The line without its end.
  package var line: [UInt8] {
    JSONLine.object { line in
      line.field("schema", "kaozheng/rejection/1")
      line.field("record", record)
      line.key("page")
      line.object { $0.field("path", path) }
      line.field(findings)
    }
  }
}

extension RecordError {
  /// The record that stands for an input record without a page.
  package var rejection: Rejection {
    Rejection(record: record, path: "", findings: [Finding(kind: "unreadableRecord", message: problem)])
  }
}
