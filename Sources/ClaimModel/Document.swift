package import SourceText

/// The text of one page, its blocks and metadata, and the way back to the page's bytes.
///
/// `text` holds every block, the dropped ones too, in page order, one newline between neighbors; stages read the kept ones.
package struct Document: Sendable {
  package var page: Page
  /// UTF-8.
  package var text: [UInt8]
  /// The same text for matching: Traditional folded 1:1 to Simplified, byte offsets the same as in `text`.
  package var view: [UInt8]
  package var map: OffsetMap<DocumentText, PageBytes>
  /// In text order, not overlapping.
  package var blocks: [Block]
  package var metadata: Metadata
  /// The page's charset, as ICU names it (`UTF-8`, `gb18030`, `Big5`).
  package var charset: String
  /// What was mended, in text order.
  package var repairs: [Repair]
  package var findings: [Finding]
  /// The page's characters before anything was taken out: what quotes are cut from.
  package var characters: PageCharacters

  package init(page: Page, charset: String) {
    self.page = page
    characters = PageCharacters(utf8: [], map: OffsetMap())
    self.charset = charset
    text = []
    view = []
    map = OffsetMap()
    blocks = []
    metadata = Metadata()
    repairs = []
    findings = []
  }

  /// A page whose bytes are taken for UTF-8 text as it stands: one kept block, whatever is in it.
  package init(asItStands page: Page) {
    self.init(page: page, charset: "UTF-8")
    text = page.bytes
    view = page.bytes
    map = OffsetMap(identity: text.count)
    characters = PageCharacters(utf8: text, map: OffsetMap(identity: text.count))
    let verdict = BlockVerdict(isKept: true, score: 0, reason: "text as it stands")
    blocks = [Block(span: TextSpan(start: 0, end: text.count), role: .paragraph, verdict: verdict)]
  }

  /// The words at `span`.
  package func string(_ span: TextSpan) -> String { text.string(span.range) }

  /// The page's bytes at `span`, decoded by its charset, markup and damage included.
  package func exact(_ span: SourceSpan) -> String { characters.utf8.string(characters.map.preimage(of: span).range) }

  /// The blocks that belong to the article, in text order.
  package var keptBlocks: [Block] { blocks.filter(\.isKept) }

  /// Whether the page has text under its title: a title alone is a page that can't be used.
  package var hasArticle: Bool { blocks.contains { $0.isKept && $0.role != .title } }
}

/// A page decoded to UTF-8, and the way back to its bytes.
package struct PageCharacters: Sendable {
  package var utf8: [UInt8]
  package var map: OffsetMap<DecodedText, PageBytes>

  package init(utf8: [UInt8], map: OffsetMap<DecodedText, PageBytes>) {
    self.utf8 = utf8
    self.map = map
  }
}

/// A paragraph-sized stretch of a document, with its role and whether it belongs to the article.
package struct Block: Hashable, Sendable {
  package var span: TextSpan
  package var role: Role
  /// 1 to 6 for a heading, the nesting depth (from 0) for a list item, else 0.
  package var level: Int
  package var verdict: BlockVerdict
  /// Rows and cells, for a table.
  package var table: TableGrid?
  /// Nil before normalization, and for a block without letters.
  package var language: BlockLanguage?

  package init(span: TextSpan, role: Role, level: Int = 0, verdict: BlockVerdict, table: TableGrid? = nil) {
    self.span = span
    self.role = role
    self.level = level
    self.verdict = verdict
    self.table = table
  }

  package var isKept: Bool { verdict.isKept }

  /// Whether it is the `<title>` of a page that shows no title of its own: read for claims, but no text of the article.
  package var isPageTitle: Bool { verdict.reason == BlockVerdict.pageTitle }
}

/// What a block is on its page.
package enum Role: String, Hashable, Sendable, CaseIterable {
  case title, heading, paragraph, listItem, table, caption, quote, code, byline, boilerplate
}

/// Kept in the article or dropped, with the score it was decided by and the reason.
package struct BlockVerdict: Hashable, Sendable {
  package var isKept: Bool
  /// Above zero speaks for the article. No unit; comparable within one page only.
  package var score: Double
  /// The reason of a kept `<title>` that the page does not show.
  package static let pageTitle = "page title"
  /// The reason of what is kept of a page that is a list of items.
  package static let itemOfList = "item of a list"

  /// A short fixed phrase, such as `link list` or `disclaimer`; for a kept block, what spoke for it.
  package var reason: String

  package init(isKept: Bool, score: Double, reason: String) {
    self.isKept = isKept
    self.score = score
    self.reason = reason
  }
}

/// A table's cells in reading order.
package struct TableGrid: Hashable, Sendable {
  package struct Cell: Hashable, Sendable {
    /// The cell's text in the document; empty for a cell without text.
    package var span: TextSpan
    package var isHeader: Bool
    /// Columns that it takes, at least 1.
    package var columnSpan: Int

    package init(span: TextSpan, isHeader: Bool, columnSpan: Int = 1) {
      self.span = span
      self.isHeader = isHeader
      self.columnSpan = columnSpan
    }
  }

  /// Row by row, from the top; rows may differ in length.
  package var rows: [[Cell]]

  package init(rows: [[Cell]]) { self.rows = rows }
}

/// A stretch of the document that differs from the page because something was mended.
package struct Repair: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case gloss, shifted, lost, entity, mojibake
  }

  package var kind: Kind
  package var span: TextSpan

  package init(kind: Kind, span: TextSpan) {
    self.kind = kind
    self.span = span
  }
}

/// Something that a person should know about an input. Never stops a run.
package struct Finding: Hashable, Sendable {
  /// The kind of a page in a charset that is not read: its text is not to be believed.
  package static let unreadCharset = "charsetNotRead"

  /// A fixed identifier in lower camel case, such as `emptyPage` or `malformedBytes`.
  package var kind: String
  package var message: String

  package init(kind: String, message: String) {
    self.kind = kind
    self.message = message
  }
}
