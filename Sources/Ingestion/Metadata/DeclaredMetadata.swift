internal import ClaimModel
internal import SourceText

/// What the markup of a page says of it outside its text: meta elements, JSON-LD, `<link>`, `<time>`, front matter.
struct DeclaredMetadata {
  init() {}
  init(in tree: HTMLTree, _ elements: ElementTable) {}
  init(frontMatter: [(key: String, value: String)]) {}
}
struct MetadataDecision {
  var metadata = Metadata()
  init(declared: DeclaredMetadata, draft: Draft, decision: ArticleDecision, page: Page) {}
}
