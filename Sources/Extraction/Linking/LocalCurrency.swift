internal import ClaimModel
internal import Quantities
internal import SourceText

/// Tells whose 元 a sum is in: behind 新台币2兆元 a bare 元 is the same money.
struct LocalCurrency {
  let view: [UInt8]

  /// Gives bare sums in 元 the currency that was last named as one counted in 元.
  func settle(_ reading: inout Reading) {
    var named: Unit?
    for index in reading.quantities.indices {
      let figure = reading.quantities[index]
      guard figure.kind == .currency, endsInYuan(figure) else { continue }
      if figure.quantity.unit.name != "cny" {
        named = figure.quantity.unit
      } else if view[figure.span.start] < 0x80 && !isDigit(view[figure.span.start]) || figure.unitSpan?.count != 3 {
        named = nil
      } else if let named {
        reading.quantities[index].quantity.unit = named
      }
    }
  }

  private func endsInYuan(_ figure: QuantityMention) -> Bool {
    view.scalar(before: figure.span.end).value == 0x5143
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
