import ClaimModel
import SourceText

extension Block {
  /// The block in the text that `change` made of its own, the cells of its table moved along.
  func moved(by change: OffsetMap<DocumentText, DocumentText>) -> Block {
    var block = self
    block.span = change.preimage(of: span)
    if let table {
      block.table = TableGrid(
        rows: table.rows.map { row in
          row.map { .init(span: change.preimage(of: $0.span), isHeader: $0.isHeader, columnSpan: $0.columnSpan) }
        })
    }
    return block
  }
}
