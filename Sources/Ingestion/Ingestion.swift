internal import CBridge
package import ClaimModel
internal import SourceText

/// The first stage: bytes of a page to a document of blocks, each kept or dropped with a reason.
///
/// Whatever the bytes, there is a document; what a person should know of the page becomes a finding.
package struct Ingestion: Sendable {
  private let matcher: CueMatcher
  private let tagTable = TagTable()
  private let hints = ElementHintTable()

  /// - cues: the phrases that mark boilerplate.
  package init(cues: [PhraseCue]) {
    matcher = CueMatcher(cues)
  }

  /// Reads `page` with the handles of `worker`. Time is linear in the page's bytes.
  package func callAsFunction(_ page: Page, using worker: IngestionWorker) -> Document {
    guard page.bytes.count < Int(Int32.max) else {
      return empty(
        page, finding: Finding(kind: "tooLong", message: "the page has \(page.bytes.count) bytes; at most \(Int32.max - 1) can be read"))
    }
    guard !page.bytes.isEmpty else { return empty(page, finding: Finding(kind: "emptyPage", message: "the page has no bytes")) }
    let decoded = worker.decoded(page.bytes, header: page.provenance.declaredCharset)
    if ByteStatistics.looksBinary(decoded.utf8) || decoded.isGarbled {
      return empty(page, finding: Finding(kind: "notText", message: "the page's bytes are no text in any charset known"))
    }
    return document(of: page, decoded: decoded, draft(of: page, decoded: decoded, using: worker))
  }

  private func empty(_ page: Page, finding: Finding) -> Document {
    var document = Document(page: page, charset: "UTF-8")
    document.findings.append(finding)
    return document
  }

  private func draft(of page: Page, decoded: DecodedPage, using worker: IngestionWorker) -> (Draft, DeclaredMetadata, [Finding]) {
    switch PageKind(of: page, text: decoded.utf8) {
    case .html:
      guard let tree = worker.tree(of: decoded.utf8) else {
        return (
          Draft.empty, DeclaredMetadata(), [Finding(kind: "notParsed", message: "the page's markup could not be parsed: memory is out")]
        )
      }
      var elements = ElementTable(of: tree, tagTable: tagTable)
      var declared = DeclaredMetadata(in: tree, tags: elements.tags)
      declared.readType(from: page.provenance.url ?? declared.canonicalURL?.value)
      elements.findContexts(in: tree, hints, type: declared.type)
      declared.readTimes(in: tree, elements)
      var reader = HTMLReader(tree: tree, elements: elements)
      reader.read()
      let map = reader.builder.map.composed(with: tree.map).composed(toPageOf: decoded)
      let parents = tree.nodes.map { Int($0.parent) }
      let draft = Draft(text: reader.builder.text, map: map, blocks: reader.builder.blocks, parents: parents, kind: .html)
      return (draft, declared, tree.caps == 0 ? [] : [Finding.cut])
    case .markdown:
      var reader = MarkdownReader(text: decoded.utf8)
      reader.read()
      return (Draft(reader.builder, kind: .markdown, of: decoded), DeclaredMetadata(frontMatter: reader.frontMatter), [])
    case .text:
      var reader = PlainTextReader(text: decoded.utf8)
      reader.read()
      return (Draft(reader.builder, kind: .text, of: decoded), DeclaredMetadata(), [])
    }
  }

  private func document(of page: Page, decoded: DecodedPage, _ read: (Draft, DeclaredMetadata, [Finding])) -> Document {
    let (draft, declared, findings) = read
    var document = Document(page: page, charset: decoded.charset)
    document.findings = findings
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
  static let noText = Finding(kind: "emptyPage", message: "the page has no text")
  static let onlyBoilerplate = Finding(kind: "onlyBoilerplate", message: "no block of the page belongs to an article")
}

extension Draft {
  static let empty = Draft(text: [], map: .init(), blocks: [], parents: [0], kind: .text)

  /// A page without containers.
  init(_ builder: DraftBuilder<DecodedText>, kind: PageKind, of decoded: DecodedPage) {
    self.init(text: builder.text, map: builder.map.composed(toPageOf: decoded), blocks: builder.blocks, parents: [0], kind: kind)
  }
}

extension OffsetMap<DocumentText, DecodedText> {
  /// This map followed by the way from the decoded page to its bytes.
  func composed(toPageOf decoded: DecodedPage) -> OffsetMap<DocumentText, PageBytes> {
    if let map = decoded.map { return composed(with: map) }
    var result = OffsetMap<DocumentText, PageBytes>()
    for run in runs {
      result.append(
        .init(from: run.from, to: run.to + decoded.skipped, count: run.count, fromWidth: run.fromWidth, toWidth: run.toWidth))
    }
    return result
  }
}
