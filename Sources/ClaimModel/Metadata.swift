/// What a page says of itself, each with where it was read.
package struct Metadata: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package var value: String
    package var origin: MetadataOrigin

    package init(value: String, origin: MetadataOrigin) {
      self.value = value
      self.origin = origin
    }
  }

  package var title: Entry?
  /// Publication date, EDTF (`2023-08-09`).
  package var published: Entry?
  package var updated: Entry?
  package var author: Entry?
  package var site: Entry?
  /// The publication that the page says its text comes from (来源).
  package var source: Entry?
  package var canonicalURL: Entry?
  /// A `PageType`.
  package var pageType: Entry?
  package var language: Language?
  package var script: Script?

  package init() {}
}

/// Where a piece of metadata was read. The raw value is the record's `publishedFrom`.
package enum MetadataOrigin: String, Hashable, Sendable, CaseIterable {
  case jsonLD = "jsonld"
  case meta, time, text, url, record, option
}

/// The language most of a text is in.
package enum Language: String, Hashable, Sendable {
  case chinese = "zh"
  case english = "en"
}

/// ISO 15924 script of a Chinese or Latin text.
package enum Script: String, Hashable, Sendable {
  case simplified = "Hans"
  case traditional = "Hant"
  case latin = "Latn"
}
