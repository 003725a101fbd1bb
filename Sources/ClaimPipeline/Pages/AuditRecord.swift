package import ClaimModel
internal import FoundationEssentials

/// One line of what `kaozheng audit --jsonl` reads: a text and the table to hold it against, or a pair of texts.
package struct AuditRecord: Sendable {
  /// A table as a record names it: a path and the day it was published.
  package struct Table: Hashable, Sendable {
    package var path: String
    package var snapshot: String
  }

  package var id: String
  /// Nil for a pair of texts.
  package var page: Page?
  package var reference: Table?
  /// Further snapshots of the same table.
  package var others: [Table]

  private struct Fields: Decodable {
    struct Other: Decodable {
      var reference: String
      var snapshot: String
    }

    var id: String
    var text: String?
    var a: String?
    var reference: String?
    var snapshot: String?
    var otherReferences: [Other]?
  }

  package init(line: [UInt8], number: Int) throws(RecordError) {
    let fields: Fields
    do {
      fields = try JSONDecoder().decode(Fields.self, from: Data(line))
    } catch {
      throw RecordError(record: "line \(number)", problem: "not an audit record; expected a JSON object with \"id\" and \"text\"")
    }
    guard fields.text != nil || fields.a != nil else {
      throw RecordError(record: fields.id, problem: "the record has no text; add \"text\"")
    }
    id = fields.id
    page = fields.text.map { text in
      let bytes = Array(text.utf8)
      return Page(record: fields.id, path: "", bytes: bytes, provenance: Provenance(sha256: Digest.sha256(bytes)))
    }
    guard fields.reference == nil || fields.snapshot != nil else {
      throw RecordError(record: fields.id, problem: "the record names a table but no \"snapshot\"; add the table's day as YYYY-MM-DD")
    }
    reference = fields.reference.map { Table(path: $0, snapshot: fields.snapshot ?? "") }
    others = (fields.otherReferences ?? []).map { Table(path: $0.reference, snapshot: $0.snapshot) }
  }
}
