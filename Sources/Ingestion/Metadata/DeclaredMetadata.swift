internal import CBridge
internal import ClaimModel
internal import SourceText

/// What a page says of itself outside its text: JSON-LD, meta elements, `<link>`, `<time>`, front matter.
struct DeclaredMetadata {
  var title: Metadata.Entry?
  var published: Metadata.Entry?
  var updated: Metadata.Entry?
  var author: Metadata.Entry?
  var site: Metadata.Entry?
  var source: Metadata.Entry?
  var canonicalURL: Metadata.Entry?
  var pageType: Metadata.Entry?
  /// The language tag of `<html lang>`, in lower case.
  var languageTag: String?

  var type: PageType? { pageType.flatMap { PageType(rawValue: $0.value) } }

  init() {}

  /// All but what `<time>` says, which counts by where it stands.
  init(in tree: HTMLTree, tags: [Tag]) {
    var metas: [Int] = []
    for index in tree.nodes.indices {
      switch tags[index] {
      case .script: read(script: index, in: tree)
      case .meta: metas.append(index)
      case .link: read(link: index, in: tree)
      case .html: languageTag = languageTag ?? tree.string(of: Array("lang".utf8), at: index)?.lowercased()
      default: break
      }
    }
    for meta in metas { read(meta: meta, in: tree) }
  }

  /// The first of the page's first four `<time>` elements with a date, where nothing else says when it was published.
  mutating func readTimes(in tree: HTMLTree, _ elements: ElementTable) {
    guard published == nil else { return }
    let isBeside: BlockContext = [.related, .aside, .comments, .footer]
    let times = tree.nodes.indices.lazy.filter { elements.tags[$0] == .time && elements.contexts[$0].isDisjoint(with: isBeside) }
    for time in times.prefix(4) {
      guard let range = tree.value(of: Array("datetime".utf8), at: time), let date = CalendarDate.first(in: tree.strings, range) else {
        continue
      }
      published = Metadata.Entry(value: date.edtf, origin: .time)
      return
    }
  }

  /// What the page is for: as it says, or as its address does.
  mutating func readType(from address: String?) {
    guard pageType == nil, let type = address.flatMap(PageTypeReading.told) else { return }
    pageType = Metadata.Entry(value: type.rawValue, origin: .url)
  }

  init(frontMatter: [(key: String, value: String)]) {
    for (key, value) in frontMatter where !value.isEmpty {
      note(value, as: Self.field(named: key), from: .meta)
    }
  }

  private enum Field { case title, published, updated, author, site, source, url, type }

  private static func field(named name: String) -> Field? {
    switch name {
    case "og:title", "twitter:title", "dc.title", "title", "headline", "citation_title": .title
    case "article:published_time", "og:published_time", "publishdate", "pubdate", "publish_date", "publish-date", "date", "dc.date",
      "dc.date.issued", "dcterms.issued", "dcterms.created", "datepublished", "citation_publication_date", "parsely-pub-date",
      "sailthru.date",
      "article.published", "og:release_date", "og:time", "weibo: article:create_at", "apub:time", "_pubtime", "pubtime", "published":
      .published
    case "article:modified_time", "og:updated_time", "lastmod", "datemodified", "last-modified", "dcterms.modified", "article:update_time",
      "updated", "modified", "weibo: article:update_at":
      .updated
    case "author", "article:author", "og:author", "dc.creator", "citation_author", "parsely-author", "byl", "authors", "sailthru.author":
      .author
    case "og:site_name", "application-name", "site": .site
    case "source", "mediaid", "article:source": .source
    case "og:type": .type
    case "og:url", "url", "canonical", "permalink": .url
    default: nil
    }
  }

  private mutating func note(_ value: String, as field: Field?, from origin: MetadataOrigin) {
    let entry = Metadata.Entry(value: value, origin: origin)
    switch field {
    case .title: if title == nil { title = entry }
    case .published: if published == nil { published = date(in: value, origin) }
    case .updated: if updated == nil { updated = date(in: value, origin) }
    // An address of a profile, or a number, is no name.
    case .author: if author == nil, !value.contains("://"), value.contains(where: \.isLetter) { author = entry }
    case .site: if site == nil { site = entry }
    case .source: if source == nil { source = Metadata.Entry(value: Self.withoutLabel(value), origin: origin) }
    case .type: if pageType == nil { pageType = PageTypeReading.named(value).map { Metadata.Entry(value: $0.rawValue, origin: origin) } }
    case .url: if canonicalURL == nil, value.contains("://") { canonicalURL = entry }
    case nil: break
    }
  }

  private func date(in value: String, _ origin: MetadataOrigin) -> Metadata.Entry? {
    let bytes = Array(value.utf8)
    return CalendarDate.first(in: bytes, 0..<bytes.count).map { Metadata.Entry(value: $0.edtf, origin: origin) }
  }

  /// 来源：人民日报 is written 人民日报.
  private static func withoutLabel(_ value: String) -> String {
    for mark: Character in ["：", ":"] {
      if let found = value.firstIndex(of: mark), value.distance(from: value.startIndex, to: found) <= 4 {
        return String(value[value.index(after: found)...])
      }
    }
    return value
  }

  private static let nameKeys = ["name", "property", "itemprop"].map { Array($0.utf8) }
  private static let contentKey = Array("content".utf8)

  private mutating func read(meta: Int, in tree: HTMLTree) {
    guard let content = tree.value(of: Self.contentKey, at: meta), !content.isEmpty, content.count <= 2000 else { return }
    for key in Self.nameKeys {
      guard let name = tree.string(of: key, at: meta), let field = Self.field(named: name.lowercased()) else { continue }
      note(tree.strings.string(content), as: field, from: .meta)
    }
  }

  private mutating func read(link: Int, in tree: HTMLTree) {
    guard canonicalURL == nil, tree.string(of: Array("rel".utf8), at: link)?.lowercased() == "canonical" else { return }
    if let address = tree.string(of: Array("href".utf8), at: link), address.contains("://") {
      canonicalURL = Metadata.Entry(value: address, origin: .meta)
    }
  }

  private mutating func read(script: Int, in tree: HTMLTree) {
    guard tree.string(of: Array("type".utf8), at: script)?.lowercased() == "application/ld+json" else { return }
    let reader = JSONLDReader(tree.innerText(of: script))
    if pageType == nil { pageType = PageTypeReading.declared(by: reader.types).map { Metadata.Entry(value: $0.rawValue, origin: .jsonLD) } }
    if let headline = reader.headline { note(headline, as: .title, from: .jsonLD) }
    if let value = reader.published { note(value, as: .published, from: .jsonLD) }
    if let value = reader.updated { note(value, as: .updated, from: .jsonLD) }
    if let value = reader.author { note(value, as: .author, from: .jsonLD) }
    if let value = reader.site { note(value, as: .site, from: .jsonLD) }
  }
}
