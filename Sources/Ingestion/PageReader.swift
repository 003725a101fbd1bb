internal import CBridge
internal import ClaimModel
internal import SourceText

/// A page read: its blocks before it is decided about them, and what it declares.
struct Reading {
  var draft = Draft.empty
  var declared = DeclaredMetadata()
  var findings: [Finding] = []
  /// The elements of an HTML page.
  var source: (tree: HTMLTree, tags: [Tag])?
}

/// Reads the characters of a page, each kind of page in its way.
struct PageReader {
  let worker: IngestionWorker
  let tagTable: TagTable
  let hints: ElementHintTable
  let sites: SiteRules

  func reading(of page: Page, decoded: DecodedPage) -> Reading {
    switch PageKind(of: page, text: decoded.utf8) {
    case .html: return html(decoded, url: page.provenance.url)
    case .markdown:
      var reader = MarkdownReader(text: decoded.utf8)
      reader.read()
      return Reading(
        draft: Draft(reader.builder, kind: .markdown, of: decoded), declared: DeclaredMetadata(frontMatter: reader.frontMatter))
    case .text: return text(decoded)
    }
  }

  /// The article that the page's scripts hold; nil where they hold none. The metadata are the page's.
  func payload(of reading: Reading, decoded: DecodedPage) -> Reading? {
    guard let (tree, tags) = reading.source, let payload = PagePayload(in: tree, tags: tags) else { return nil }
    let map = payload.text.map.composed(with: tree.map).composed(toPageOf: decoded)
    let article = DecodedPage(utf8: payload.text.utf8, map: map, skipped: 0, charset: decoded.charset, malformedCount: 0)
    var result = payload.isMarkup ? html(article, url: nil) : text(article)
    result.declared = reading.declared
    result.findings = reading.findings + result.findings + [.payload(payload.key)]
    return result
  }

  private func html(_ decoded: DecodedPage, url: String?) -> Reading {
    guard let tree = worker.tree(of: decoded.utf8) else { return Reading(findings: [.notParsed]) }
    var elements = ElementTable(of: tree, tagTable: tagTable)
    var declared = DeclaredMetadata(in: tree, tags: elements.tags)
    declared.readType(from: url ?? declared.canonicalURL?.value)
    elements.findContexts(in: tree, hints, type: declared.type)
    if let rule = sites.rule(for: url ?? declared.canonicalURL?.value) { elements.apply(rule, in: tree) }
    declared.readTimes(in: tree, elements)
    var reader = HTMLReader(tree: tree, elements: elements)
    reader.read()
    let map = reader.builder.map.composed(with: tree.map).composed(toPageOf: decoded)
    let parents = tree.nodes.map { Int($0.parent) }
    let draft = Draft(text: reader.builder.text, map: map, blocks: reader.builder.blocks, parents: parents, kind: .html)
    return Reading(draft: draft, declared: declared, findings: tree.caps == 0 ? [] : [.cut], source: (tree, elements.tags))
  }

  private func text(_ decoded: DecodedPage) -> Reading {
    var reader = PlainTextReader(text: decoded.utf8)
    reader.read()
    return Reading(draft: Draft(reader.builder, kind: .text, of: decoded))
  }
}

extension Draft {
  static let empty = Draft(text: [], map: .init(), blocks: [], parents: [0], kind: .text)

  /// A page without containers.
  init(_ builder: DraftBuilder<DecodedText>, kind: PageKind, of decoded: DecodedPage) {
    self.init(text: builder.text, map: builder.map.composed(toPageOf: decoded), blocks: builder.blocks, parents: [0], kind: kind)
  }
}

extension OffsetMap where To == DecodedText {
  /// This map followed by the way from the decoded page to its bytes.
  func composed(toPageOf decoded: DecodedPage) -> OffsetMap<From, PageBytes> {
    if let map = decoded.map { return composed(with: map) }
    var result = OffsetMap<From, PageBytes>()
    for run in runs {
      result.append(
        .init(from: run.from, to: run.to + decoded.skipped, count: run.count, fromWidth: run.fromWidth, toWidth: run.toWidth))
    }
    return result
  }
}
