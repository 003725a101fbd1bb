package import ClaimModel
internal import SourceText

/// The first stage: bytes of a page to a document of blocks, each kept or dropped with a reason.
///
/// Whatever the bytes, there is a document; what a person should know of the page becomes a finding.
package struct Ingestion: Sendable {
  /// Bytes of a page at most, 64 MiB: what is kept of a figure takes some 100 bytes for each byte of it, and a worker's share of a
  /// machine must hold a page of nothing else.
  package static let mostBytes = 64 << 20

  private let matcher: CueMatcher
  private let tagTable = TagTable()
  private let hints = ElementHintTable()
  private let sites: SiteRules

  /// - cues: the phrases that mark boilerplate.
  /// - sites: what is known of the pages of some sites.
  package init(cues: [PhraseCue], sites: SiteRules = SiteRules()) {
    self.sites = sites
    matcher = CueMatcher(cues)
  }

  /// Mends characters that are HTML or not before they are parsed; nil where there is nothing to mend.
  package typealias Mending = (_ utf8: [UInt8], _ isMarkup: Bool) -> MendedCharacters?

  /// Reads `page` with the handles of `worker`. Time is linear in the page's bytes.
  package func callAsFunction(_ page: Page, using worker: IngestionWorker, mending: Mending = { _, _ in nil }) -> Document {
    guard page.bytes.count <= Self.mostBytes else {
      return empty(
        page,
        finding: Finding(kind: "tooLong", message: "the page has \(page.bytes.count) bytes; at most \(Self.mostBytes) are read; cut it"))
    }
    guard !page.bytes.isEmpty else { return empty(page, finding: Finding(kind: "emptyPage", message: "the page has no bytes")) }
    let decoded = worker.decoded(page.bytes, header: page.provenance.declaredCharset)
    if ByteStatistics.looksBinary(decoded.utf8) || decoded.isGarbled {
      return empty(page, finding: Finding(kind: "notText", message: "the page's bytes are no text in any charset known"))
    }
    guard let mended = mending(decoded.utf8, PageKind(of: page, text: decoded.utf8) == .html) else {
      return document(of: page, decoded: decoded, using: worker)
    }
    var document = document(of: page, decoded: decoded.replaced(by: mended), using: worker)
    document.take(mended, of: decoded)
    return document
  }

  private func document(of page: Page, decoded: DecodedPage, using worker: IngestionWorker) -> Document {
    let reader = PageReader(worker: worker, tagTable: tagTable, hints: hints, sites: sites)
    let reading = reader.reading(of: page, decoded: decoded)
    let document = document(of: page, decoded: decoded, reading)
    guard document.isShell, let payload = reader.payload(of: reading, decoded: decoded) else {
      return document
    }
    var article = self.document(of: page, decoded: decoded, payload)
    article.metadata.title = article.metadata.title ?? document.metadata.title
    return article.hasArticle ? article : document
  }

  private func empty(_ page: Page, finding: Finding) -> Document {
    var document = Document(page: page, charset: "UTF-8")
    document.findings.append(finding)
    return document
  }

  private func document(of page: Page, decoded: DecodedPage, _ reading: Reading) -> Document {
    let (draft, declared) = (reading.draft, reading.declared)
    var document = Document(page: page, charset: decoded.charset)
    document.findings = reading.findings
    document.characters = PageCharacters(utf8: decoded.utf8, map: decoded.mapToPage)
    if decoded.malformedCount > 0 {
      document.findings.append(
        Finding(
          kind: "malformedBytes", message: "\(decoded.malformedCount) byte sequences are not \(decoded.charset); each reads as U+FFFD"))
    }
    if draft.blocks.count >= DraftBuilder<DecodedText>.mostBlocks { document.findings.append(.tooManyBlocks) }
    document.text = draft.text
    document.view = draft.text
    document.map = draft.map
    let decision = ArticleDecision(of: draft, matching: matcher, type: declared.type)
    document.blocks = draft.blocks.indices.map { index in
      let block = draft.blocks[index]
      return Block(
        span: block.span, role: decision.roles[index], level: block.level, verdict: decision.verdicts[index], table: block.table)
    }
    document.metadata = MetadataDecision(declared: declared, draft: draft, decision: decision, page: page).metadata
    document.metadata.pageType =
      declared.pageType ?? (decision.isListing ? Metadata.Entry(value: PageType.listing.rawValue, origin: .text) : nil)
    if let charset = UnreadCharset.name(of: page.bytes) { document.findings.append(.unread(charset)) }
    if !document.hasArticle {
      document.findings.append(draft.blocks.isEmpty ? .noText : Finding(draft, decision) ?? .onlyBoilerplate)
    }
    return document
  }
}

extension DecodedPage {
  /// The same page with its characters mended.
  fileprivate func replaced(by mended: MendedCharacters) -> DecodedPage {
    var page = self
    page.utf8 = mended.utf8
    page.map = mended.map.composed(toPageOf: self)
    page.skipped = 0
    return page
  }
}

extension Document {
  /// Notes what was mended before this document of `decoded` was read. Quotes are cut from the page as it was.
  fileprivate mutating func take(_ mended: MendedCharacters, of decoded: DecodedPage) {
    characters = PageCharacters(utf8: decoded.utf8, map: decoded.mapToPage)
    let mapToPage = mended.map.composed(toPageOf: decoded)
    repairs = mended.places.compactMap { place in
      let span = map.preimage(of: mapToPage(place.span))
      return span.isEmpty ? nil : Repair(kind: place.kind, span: span)
    }
    repairs.sort { $0.span < $1.span }
    findings += mended.findings
  }

  /// Whether nothing is kept but titles and the items of a list: a script may make the article.
  fileprivate var isShell: Bool { keptBlocks.allSatisfy { $0.role == .title || $0.verdict.reason == BlockVerdict.itemOfList } }
}

extension Finding {
  /// What a page without an article is, by the first of its blocks that says so.
  fileprivate init?(_ draft: Draft, _ decision: ArticleDecision) {
    let reasons: [BoilerplateReason] = [.errorPage, .humanCheck, .loginWall, .notice]
    for reason in reasons {
      guard let index = draft.blocks.indices.first(where: { decision.features[$0].cue?.reason == reason }) else { continue }
      let words = draft.text.string(draft.blocks[index].span.range).prefix(60)
      let article = reason == .errorPage ? "an" : "a"
      self.init(kind: "notAnArticle", message: "the page holds no article, only \(article) \(reason.rawValue): '\(words)'")
      return
    }
    return nil
  }
}

extension Finding {
  static func unread(_ charset: String) -> Finding {
    Finding(kind: unreadCharset, message: "the page's text is in \(charset), which is not read; convert it to UTF-8 first")
  }
  static let cut = Finding(
    kind: "markupCut", message: "the page's markup is beyond the parser's bounds; some of it was read flat or left out")
  static let tooManyBlocks = Finding(
    kind: "tooManyBlocks", message: "the page has more than \(DraftBuilder<DecodedText>.mostBlocks) blocks; what follows them was left out")
  static func payload(_ key: String) -> Finding {
    Finding(kind: "readFromScript", message: "the page shows no article; it was read from '\(key)' in one of the page's scripts")
  }
  static let notParsed = Finding(kind: "notParsed", message: "the page's markup could not be parsed: memory is out")
  static let noText = Finding(kind: "emptyPage", message: "the page has no text")
  static let onlyBoilerplate = Finding(kind: "onlyBoilerplate", message: "no block of the page belongs to an article")
}
