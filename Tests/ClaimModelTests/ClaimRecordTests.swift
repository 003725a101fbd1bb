import ClaimModel
import SourceText
import Testing

/// The record has every key, always, in the order that its readers count on.
@Suite struct ClaimRecordTests {
  @Test func writesEveryKeyInOrder() {
    let bytes = Array("LLaMA用了约10亿个數(shù)据点".utf8)
    let page = Page(record: "page", path: "a/page.txt", bytes: bytes, provenance: Provenance(sha256: "00"))
    var document = Document(page: page, charset: "UTF-8")
    document.text = bytes
    document.map = OffsetMap(identity: bytes.count)
    document.characters = PageCharacters(utf8: bytes, map: OffsetMap(identity: bytes.count))
    let quantity = Quantity(
      bounds: .exactly(ExactDecimal("1e9") ?? .zero), unit: Unit(name: "datapoint", dimension: .datapoint), isApproximate: true,
      significantDigits: 2)
    let span = TextSpan(start: 14, end: 22)
    let claim = Claim(
      subject: Subject(name: "LLaMA", canonical: "llama", kind: .model, resolvedBy: .sameClause), property: "training_data_size",
      value: .level(quantity),
      quote: Quote(text: span, source: SourceSpan(start: 14, end: 22), sentence: TextSpan(start: 0, end: 8), repairs: [.gloss]),
      confidence: 0.9, derivation: Derivation("claim", [Derivation("level")])
    ).identified(onPage: "00")
    let line = String(decoding: ClaimRecord(document: document).line(claim), as: UTF8.self)
    #expect(
      line == """
        {"schema":"kaozheng/claim/1","id":"\(claim.id)","record":"page","page":{"path":"a/page.txt","url":null,"sha256":"00","title":null,\
        "published":null,"publishedFrom":null},"model":"LLaMA","subject":{"name":"LLaMA","canonical":"llama","kind":"model",\
        "resolvedBy":"sameClause"},"property":"training_data_size","of":null,"qualifier":null,"quantity":{"kind":"level","value":"1e9",\
        "low":null,"high":null,"comparator":"≈","direction":null,"unit":"datapoint","per":null,"significantDigits":2},"year":null,\
        "yearFrom":null,"source":{"name":null,"kind":null,"cue":null},"modality":"asserted","table":false,"quote":{"exact":"10亿个",\
        "read":"10亿个","sentence":"LLaMA用","source":{"start":14,"end":22},"text":{"start":14,"end":22}},"repairs":["gloss"],\
        "confidence":0.90,"derivation":["level","claim"]}
        """)
    #expect(claim.id.count == 16)
  }

  @Test func idsTellClaimsApart() {
    let quantity = Quantity(bounds: .exactly(.one), unit: .none, significantDigits: 1)
    let quote = Quote(
      text: TextSpan(start: 0, end: 1), source: SourceSpan(start: 0, end: 1), sentence: TextSpan(start: 0, end: 1), repairs: [])
    func claim(_ subject: String, _ property: String) -> Claim {
      Claim(
        subject: Subject(name: subject, canonical: subject, kind: .other, resolvedBy: .page), property: property, value: .level(quantity),
        quote: quote,
        confidence: 1, derivation: Derivation("claim"))
    }
    let ids = [claim("a", "b"), claim("ab", ""), claim("b", "a"), claim("a", "c")].map { $0.identified(onPage: "page").id }
    #expect(Set(ids).count == 4)
    #expect(claim("a", "b").identified(onPage: "other").id != ids[0])
  }
}
