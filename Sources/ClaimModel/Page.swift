/// Bytes as retrieved, with what is known of where they came from. Never changed.
package struct Page: Sendable {
  /// The input record's own id: a file's name, the `id` field of a JSON line, a WARC-Record-ID.
  package var record: String
  /// The file it lies in, as the caller named it; empty for a record from a stream.
  package var path: String
  package var bytes: [UInt8]
  package var provenance: Provenance
  package var format: PageFormat
  /// What of time the record asks for, where it asks for nothing else.
  package var question: TimeQuestion?

  package init(record: String, path: String, bytes: [UInt8], provenance: Provenance, format: PageFormat = .unknown) {
    self.record = record
    self.path = path
    self.bytes = bytes
    self.provenance = provenance
    self.format = format
  }
}

/// What a text is read for where not for its figures.
package enum TimeQuestion: Hashable, Sendable {
  /// Dates, stretches and lengths of time of every sort.
  case times
  /// Only lengths of time.
  case lengths
}

/// What kind of text a page is, where its name or its record says so; `unknown` leaves it to the content.
package enum PageFormat: String, Hashable, Sendable, CaseIterable {
  case unknown, html, markdown, text
}

/// Where a page comes from.
package struct Provenance: Hashable, Sendable {
  package var url: String?
  /// When it was retrieved, ISO 8601.
  package var retrieved: String?
  /// The charset that the server's header named, as written there.
  package var declaredCharset: String?
  /// A publication date given from outside the page (an option, a field of the record), `YYYY-MM-DD`.
  package var published: GivenDate?
  /// SHA-256 of the page's bytes, 64 lower-case hexadecimal digits.
  package var sha256: String

  package init(url: String? = nil, retrieved: String? = nil, declaredCharset: String? = nil, published: GivenDate? = nil, sha256: String) {
    self.url = url
    self.retrieved = retrieved
    self.declaredCharset = declaredCharset
    self.published = published
    self.sha256 = sha256
  }
}

/// A date that came with the page, and by which way.
package struct GivenDate: Hashable, Sendable {
  /// EDTF, `YYYY-MM-DD` or shorter.
  package var date: String
  package var origin: MetadataOrigin

  package init(date: String, origin: MetadataOrigin) {
    self.date = date
    self.origin = origin
  }
}
