package import ClaimModel
internal import FoundationEssentials

/// One line of JSON Lines input that holds a page: `{"id","url","html_b64"}` or `{"id","url","text"}`.
package enum PageRecord {
  private struct Fields: Decodable {
    var id: String
    var url: String?
    var text: String?
    var html: String?
    var published: String?
    /// A point in time that relative words are meant from; only its day is used.
    var ref: String?
    /// The kinds of figures that are asked for.
    var want: [String]?

    enum CodingKeys: String, CodingKey {
      case id, url, text, published, ref, want
      case html = "html_b64"
    }
  }

  private static let times: Set = [
    "date", "daterange", "datetime", "datetimerange", "datetimealt", "time", "timerange", "timezone", "set", "holiday", "duration",
  ]

  /// The page of a line. The page's bytes are the decoded `html_b64`, or the unescaped `text` in UTF-8.
  package static func page(of line: [UInt8], number: Int) throws(RecordError) -> Page {
    let fields: Fields
    do {
      fields = try JSONDecoder().decode(Fields.self, from: Data(line))
    } catch {
      throw RecordError(
        record: "line \(number)", problem: "not a page record; expected a JSON object with \"id\" and \"html_b64\" or \"text\"")
    }
    let bytes: [UInt8]
    if let encoded = fields.html {
      guard let data = Data(base64Encoded: encoded, options: .ignoreUnknownCharacters) else {
        throw RecordError(record: fields.id, problem: "html_b64 is not base64; encode the page's bytes again")
      }
      bytes = Array(data)
    } else if let text = fields.text {
      bytes = Array(text.utf8)
    } else {
      throw RecordError(record: fields.id, problem: "the record has no page; add \"html_b64\" or \"text\"")
    }
    var provenance = Provenance(url: fields.url, sha256: Digest.sha256(bytes))
    provenance.published = (fields.published ?? fields.ref.map { String($0.prefix(10)) }).map { GivenDate(date: $0, origin: .record) }
    var page = Page(record: fields.id, path: "", bytes: bytes, provenance: provenance, format: fields.html == nil ? .unknown : .html)
    page.question = fields.want.flatMap(question)
    return page
  }

  /// What of time is asked for by kinds of figures that are all times or lengths of time; nil where others are among them.
  private static func question(_ kinds: [String]) -> TimeQuestion? {
    guard !kinds.isEmpty, kinds.allSatisfy({ times.contains($0) }) else { return nil }
    return kinds == ["duration"] ? .lengths : .times
  }
}

/// A record that holds no page. It becomes an output record that says why.
package struct RecordError: Error, Hashable, CustomStringConvertible {
  package var record: String
  package var problem: String

  package var description: String { "\(record): \(problem)" }
}
