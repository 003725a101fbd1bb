internal import ClaimModel
internal import SourceText

/// What surrounds a block on its page, as far as the page says.
struct BlockContext: OptionSet, Hashable, Sendable {
  var rawValue: UInt32

  static let navigation = BlockContext(rawValue: 1 << 0)
  static let footer = BlockContext(rawValue: 1 << 1)
  static let aside = BlockContext(rawValue: 1 << 2)
  static let header = BlockContext(rawValue: 1 << 3)
  static let form = BlockContext(rawValue: 1 << 4)
  static let hidden = BlockContext(rawValue: 1 << 5)
  static let comments = BlockContext(rawValue: 1 << 6)
  static let related = BlockContext(rawValue: 1 << 7)
  static let share = BlockContext(rawValue: 1 << 8)
  static let advertisement = BlockContext(rawValue: 1 << 9)
  static let notice = BlockContext(rawValue: 1 << 10)
  static let byline = BlockContext(rawValue: 1 << 11)
  static let article = BlockContext(rawValue: 1 << 12)
  static let figure = BlockContext(rawValue: 1 << 13)
  static let list = BlockContext(rawValue: 1 << 14)
  static let table = BlockContext(rawValue: 1 << 15)
  /// The page's `<title>`, not part of what is shown.
  static let pageTitle = BlockContext(rawValue: 1 << 16)
  /// A line of a stripped page that begins with a bullet, or ends cut off.
  static let bulleted = BlockContext(rawValue: 1 << 17)
  static let truncated = BlockContext(rawValue: 1 << 18)
  static let titleHint = BlockContext(rawValue: 1 << 19)
  /// Metadata in front of a Markdown text.
  static let frontMatter = BlockContext(rawValue: 1 << 20)

  /// What a page shows where scripts do not run.
  static let noScript = BlockContext(rawValue: 1 << 21)

  /// A notice on cookies and the like: never the article, however much of a page's text it is.
  static let consent = BlockContext(rawValue: 1 << 22)

  /// What a site's rule says: an element that holds the article, one that never belongs to it.
  static let siteArticle = BlockContext(rawValue: 1 << 23)
  static let siteBoilerplate = BlockContext(rawValue: 1 << 24)

  /// Surroundings that speak against the article.
  static let boilerplate: BlockContext = [
    .navigation, .footer, .aside, .hidden, .comments, .related, .share, .advertisement, .notice, .noScript, .consent, .siteBoilerplate,
  ]

  /// Of these, the ones that an element with much of the page's text is not believed to be.
  static let doubtful = boilerplate.subtracting([.consent, .siteBoilerplate])
}

/// A block as read from a page, before it is decided whether it belongs to the article.
struct DraftBlock {
  /// In the document's text.
  var span: TextSpan
  var role: Role
  var level: Int
  var context: BlockContext
  /// Index of the element that holds it, in `Draft.parents`.
  var container: Int
  /// The mass (see `TextMeasure`) of its characters inside links, and how many links there are.
  var linkMass: Int
  var linkCount: Int
  var table: TableGrid?
}

/// A page cut into blocks: all of its text, in page order.
struct Draft {
  var text: [UInt8]
  var map: OffsetMap<DocumentText, PageBytes>
  var blocks: [DraftBlock]
  /// For each container the index of the one around it; the first is its own. A container comes after the one around it.
  var parents: [Int]
  var kind: PageKind

  /// Whether elements are known: without them, all blocks have one container.
  var hasElements: Bool { kind == .html }
}
