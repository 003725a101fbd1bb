package import ClaimModel
internal import SourceText

/// A document as one JSON line, `kaozheng/document/1`: what travels between separate commands.
package struct DocumentRecord {
  private let document: Document

  package init(document: Document) { self.document = document }

  /// The line without its end.
  package var line: [UInt8] {
    JSONLine.object { line in
      line.field("schema", "kaozheng/document/1")
      line.field("record", document.page.record)
      page(&line)
      line.field("charset", document.charset)
      metadata(&line)
      line.key("text")
      line.string(utf8: document.text)
      line.key("blocks")
      line.array { list in for block in document.blocks { write(block, &list) } }
      line.key("repairs")
      line.array { list in for repair in document.repairs { write(repair, &list) } }
      line.field(document.findings)
      line.key("map")
      line.array { list in for run in document.map.runs { write(run, &list) } }
    }
  }

  private func page(_ line: inout JSONLine) {
    let provenance = document.page.provenance
    line.key("page")
    line.object { object in
      object.field("path", document.page.path)
      object.field("url", provenance.url)
      object.field("retrieved", provenance.retrieved)
      object.field("sha256", provenance.sha256)
    }
  }

  private func metadata(_ line: inout JSONLine) {
    let metadata = document.metadata
    line.key("metadata")
    line.object { object in
      write(metadata.title, "title", &object)
      write(metadata.published, "published", &object)
      write(metadata.updated, "updated", &object)
      write(metadata.author, "author", &object)
      write(metadata.site, "site", &object)
      write(metadata.source, "source", &object)
      write(metadata.canonicalURL, "canonicalURL", &object)
      write(metadata.pageType, "pageType", &object)
      object.field("language", metadata.language?.rawValue)
      object.field("script", metadata.script?.rawValue)
    }
  }

  private func write(_ entry: Metadata.Entry?, _ name: StaticString, _ line: inout JSONLine) {
    line.key(name)
    guard let entry else { return line.null() }
    line.object { object in
      object.field("value", entry.value)
      object.field("from", entry.origin.rawValue)
    }
  }

  private func write(_ block: Block, _ line: inout JSONLine) {
    line.object { object in
      object.field("role", block.role.rawValue)
      object.field("level", block.level)
      object.field("language", block.language?.rawValue)
      object.field("start", block.span.start)
      object.field("end", block.span.end)
      object.field("kept", block.isKept)
      object.field("score", hundredths: block.verdict.score)
      object.field("reason", block.verdict.reason)
      object.key("rows")
      guard let table = block.table else { return object.null() }
      object.array { rows in
        for row in table.rows { rows.array { cells in for cell in row { write(cell, &cells) } } }
      }
    }
  }

  private func write(_ cell: TableGrid.Cell, _ line: inout JSONLine) {
    line.object { object in
      object.field("start", cell.span.start)
      object.field("end", cell.span.end)
      object.field("header", cell.isHeader)
      object.field("columns", cell.columnSpan)
    }
  }

  private func write(_ repair: Repair, _ line: inout JSONLine) {
    line.object { object in
      object.field("kind", repair.kind.rawValue)
      object.field("start", repair.span.start)
      object.field("end", repair.span.end)
    }
  }

  /// A run as five numbers: from, to, count, fromWidth, toWidth.
  private func write(_ run: OffsetMap<DocumentText, PageBytes>.Run, _ line: inout JSONLine) {
    line.array { list in
      for number in [run.from, run.to, run.count, run.fromWidth, run.toWidth] { list.integer(number) }
    }
  }
}
