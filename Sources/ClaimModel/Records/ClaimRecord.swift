internal import SourceText

/// A claim as one JSON line, `kaozheng/claim/1`: every key, always in the same order.
package struct ClaimRecord {
  private let document: Document

  package init(document: Document) { self.document = document }

  /// The line without its end.
  package func line(_ claim: Claim) -> [UInt8] {
    JSONLine.object { line in
      line.field("schema", "kaozheng/claim/1")
      line.field("id", claim.id)
      line.field("record", document.page.record)
      page(&line)
      subject(claim.subject, &line)
      line.field("property", claim.property)
      line.field("of", claim.of?.name)
      line.field("qualifier", claim.qualifier)
      quantity(claim.value, &line)
      line.field("year", claim.year?.edtf)
      line.field("yearFrom", claim.year?.origin.rawValue)
      source(claim.attribution, &line)
      line.field("modality", claim.modality.rawValue)
      line.field("table", claim.isTableCell)
      quote(claim.quote, &line)
      line.key("repairs")
      line.array { list in for kind in claim.quote.repairs { list.string(kind.rawValue) } }
      line.field("confidence", hundredths: claim.confidence)
      line.key("derivation")
      line.array { list in for rule in claim.derivation.flattened { list.string(rule) } }
    }
  }

  private func page(_ line: inout JSONLine) {
    line.key("page")
    line.object { object in
      object.field("path", document.page.path)
      object.field("url", document.page.provenance.url)
      object.field("sha256", document.page.provenance.sha256)
      object.field("title", document.metadata.title?.value)
      object.field("published", document.metadata.published?.value)
      object.field("publishedFrom", document.metadata.published?.origin.rawValue)
    }
  }

  private func subject(_ subject: Subject?, _ line: inout JSONLine) {
    line.field("model", subject?.kind == .model ? subject?.name : nil)
    line.key("subject")
    guard let subject else { return line.null() }
    line.object { object in
      object.field("name", subject.name)
      object.field("canonical", subject.canonical)
      object.field("kind", subject.kind.rawValue)
      object.field("resolvedBy", subject.resolvedBy.rawValue)
    }
  }

  private func quantity(_ value: ClaimValue, _ line: inout JSONLine) {
    let quantity = value.quantity
    let (single, low, high) = numbers(quantity.bounds)
    line.key("quantity")
    line.object { object in
      object.field("kind", value.kindName)
      object.field("value", single)
      object.field("low", low)
      object.field("high", high)
      object.field("comparator", quantity.comparator.rawValue)
      object.field("direction", value.direction?.rawValue)
      object.field("unit", quantity.unit.name)
      object.key("per")
      if let per = quantity.per {
        object.object { inner in
          inner.field("value", per.value.description)
          inner.field("unit", per.unit)
        }
      } else {
        object.null()
      }
      object.field("significantDigits", quantity.significantDigits)
    }
  }

  private func numbers(_ bounds: Bounds) -> (value: String?, low: String?, high: String?) {
    switch bounds {
    case .exactly(let value): (value.description, nil, nil)
    case .between(let low, let high), .order(let low, let high): (nil, low.description, high.description)
    case .above(let low, _): (nil, low.description, nil)
    case .below(let high, _): (nil, nil, high.description)
    }
  }

  private func source(_ attribution: Attribution?, _ line: inout JSONLine) {
    line.key("source")
    line.object { object in
      object.field("name", attribution?.name)
      object.field("kind", attribution?.kind.rawValue)
      object.field("cue", attribution?.cue)
    }
  }

  private func quote(_ quote: Quote, _ line: inout JSONLine) {
    line.key("quote")
    line.object { object in
      object.field("exact", document.exact(quote.source))
      object.field("read", document.string(quote.text))
      object.field("sentence", document.string(quote.sentence))
      span(quote.source.start, quote.source.end, "source", &object)
      span(quote.text.start, quote.text.end, "text", &object)
    }
  }

  private func span(_ start: Int, _ end: Int, _ name: StaticString, _ line: inout JSONLine) {
    line.key(name)
    line.object { object in
      object.field("start", start)
      object.field("end", end)
    }
  }
}
