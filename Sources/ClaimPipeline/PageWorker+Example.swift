internal import Audit
package import ClaimModel
internal import SourceText

/// Texts taken through the stages as they are: what the examples of knowledge files are checked with.
extension PageWorker {
  /// The matching view of `text`.
  func view(of text: String) -> [UInt8] { document(ofExample: text).view }

  /// The claims of `text`, read as one paragraph.
  package func claims(ofExample text: String) -> [Claim] { claims(of: document(ofExample: text)) }

  /// What `audit` says to the figures of `text`, read as one paragraph: `25% supported`.
  func judgments(ofExample text: String, by audit: Audit) -> [String] {
    let document = document(ofExample: text)
    return judgments(on: claims(of: document), of: document, by: audit).map { "\(document.string($0.text)) \($0.verdict.rawValue)" }
  }

  /// A page of `host` with `body`, its blocks decided.
  func ingested(exampleBody body: String, host: String) -> Document {
    let bytes = Array("<html><body>\(body)</body></html>".utf8)
    let provenance = Provenance(url: "https://\(host)/", sha256: Digest.sha256(bytes))
    return ingested(Page(record: "example", path: "", bytes: bytes, provenance: provenance, format: .html))
  }

  /// The tokens of `text`, read as one paragraph.
  package func tokens(ofExample text: String) -> [Token] {
    let document = document(ofExample: text)
    return document.blocks.flatMap { tokens(of: $0, in: document) }
  }

  /// The language of `text`, read as one paragraph.
  func language(ofExample text: String) -> BlockLanguage? { document(ofExample: text).blocks.first?.language }

  private func document(ofExample text: String) -> Document {
    let bytes = Array(text.utf8)
    return wholeText(
      of: Page(record: "example", path: "", bytes: bytes, provenance: Provenance(sha256: Digest.sha256(bytes)), format: .text))
  }

  /// The page's bytes, in UTF-8, as one paragraph, repaired and normalized; nothing is boilerplate.
  package func wholeText(of page: Page) -> Document {
    let bytes = page.bytes
    var document = Document(page: page, charset: "UTF-8")
    document.text = bytes
    document.map = OffsetMap(identity: bytes.count)
    document.characters = PageCharacters(utf8: bytes, map: OffsetMap(identity: bytes.count))
    document.blocks = [
      Block(span: TextSpan(start: 0, end: bytes.count), role: .paragraph, verdict: BlockVerdict(isKept: true, score: 1, reason: "example"))
    ]
    return normalized(document)
  }
}
