internal import ClaimModel
internal import SourceText

/// What a page is for, as its markup and its address say.
enum PageTypeReading {
  /// The types of schema.org that name one, in the order in which they are believed on a page that has several.
  private static let schemas: [(PageType, Set<String>)] = [
    (.thread, ["DiscussionForumPosting", "QAPage"]),
    (
      .article,
      ["Article", "NewsArticle", "BlogPosting", "Report", "ReportageNewsArticle", "AnalysisNewsArticle", "ScholarlyArticle", "Recipe"]
    ),
    (.documentation, ["TechArticle", "APIReference"]),
    (.product, ["Product", "ProductGroup"]),
    (.listing, ["CollectionPage", "ItemList", "SearchResultsPage"]),
  ]

  /// - schemaTypes: what `@type` says of the page itself.
  static func declared(by schemaTypes: Set<String>) -> PageType? {
    schemas.first { !$0.1.isDisjoint(with: schemaTypes) }?.0
  }

  /// - openGraph: the value of `og:type`.
  static func named(_ openGraph: String) -> PageType? {
    switch openGraph.lowercased() {
    case "article", "news", "blog": .article
    case "product", "product.item", "product.group": .product
    default: nil
    }
  }

  /// Words of a path, or of a host's name, in the order in which they are believed.
  private static let words: [(PageType, Set<String>)] = [
    (
      .thread,
      [
        "thread", "threads", "showthread", "viewthread", "viewtopic", "forum", "forums", "bbs", "boards", "questions", "discussion",
        "discussions", "tieba",
      ]
    ),
    (.product, ["product", "products", "item", "dp", "listing"]),
    (.documentation, ["docs", "doc", "documentation", "manual", "reference"]),
    (
      .listing,
      ["category", "categories", "collection", "collections", "browse", "tag", "tags", "search", "newest", "rankings", "c", "shop"]
    ),
    (.article, ["article", "articles", "blog", "news", "story", "content"]),
  ]

  /// Nil for an address that says nothing: a host alone may be all that is known of a page's. A date, or a long number in the name of a
  /// file, is an article's.
  static func told(by address: String) -> PageType? {
    let rest = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
    let place = rest.prefix { $0 != "?" && $0 != "#" }.lowercased()
    let segments = place.split(separator: "/")
    guard segments.count > 1, let host = segments.first else { return nil }
    var names = Set(host.split(separator: ".").dropLast().map(String.init))
    for segment in segments.dropFirst() { names.formUnion(segment.split { !$0.isLetter }.map(String.init)) }
    let found = words.first { !$0.1.isDisjoint(with: names) }?.0
    if found == .thread || found == .product { return found }
    let bytes = Array(place.utf8)
    if CalendarDate.first(in: bytes, 0..<bytes.count) != nil || isNumberedFile(segments[segments.count - 1]) { return .article }
    return found
  }

  /// `c_1129873.htm`, `20230809123.html`
  private static func isNumberedFile(_ name: Substring) -> Bool {
    name.contains(".") && name.count(where: \.isNumber) >= 5
  }
}
