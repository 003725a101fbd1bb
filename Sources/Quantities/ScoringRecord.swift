internal import ClaimModel
package import SourceText

/// Writes a reading as one line in the contract of the number suites: `{"id","quantities":[{"start","end","text","kind",…}]}`.
///
/// Offsets in it are code points of the original text, values are those of the unit as written.
package struct ScoringRecord {
  private let id: String
  private let original: [UInt8]
  /// Code points before every `stride`-th byte of the original.
  private let codePoints: [Int]
  private let originalRange: (TextSpan) -> Range<Int>

  /// `originalRange` leads from a span of the text that was read to the byte range of `original` it came from.
  package init(id: String, original: [UInt8], originalRange: @escaping (TextSpan) -> Range<Int>) {
    self.id = id
    self.original = original
    self.originalRange = originalRange
    var counts: [Int] = []
    counts.reserveCapacity(original.count / Self.stride + 1)
    var count = 0
    for offset in original.indices {
      if offset % Self.stride == 0 { counts.append(count) }
      if original[offset] & 0xC0 != 0x80 { count += 1 }
    }
    codePoints = counts + [count]
  }

  private static let stride = 256

  /// Code points before the byte at `offset`, which begins one or is the end.
  private func codePoint(at offset: Int) -> Int {
    guard offset < original.count else { return codePoints[codePoints.count - 1] }
    let start = offset / Self.stride * Self.stride
    return original[start..<offset].reduce(codePoints[offset / Self.stride]) { $1 & 0xC0 != 0x80 ? $0 + 1 : $0 }
  }

  package func line(_ reading: Reading) -> [UInt8] {
    JSONLine.object { line in
      line.field("id", id)
      line.key("quantities")
      line.array { line in
        for quantity in reading.quantities { write(quantity, to: &line) }
        for period in reading.periods { write(period, to: &line) }
      }
    }
  }

  private func writePlace(_ span: TextSpan, to line: inout JSONLine) {
    let range = originalRange(span)
    line.field("start", codePoint(at: range.lowerBound))
    line.field("end", codePoint(at: range.upperBound))
    line.field("text", original.string(range))
  }

  private func write(_ mention: QuantityMention, to line: inout JSONLine) {
    line.object { line in
      writePlace(mention.span, to: &line)
      let name = Self.unitName(mention)
      line.field("kind", Self.kind(mention))
      switch Self.bounds(mention) {
      case .exactly(let value): Self.decimal("value", value, to: &line)
      case .between(let low, let high), .order(let low, let high):
        // Of 几百万 the least that it may be, besides its ends.
        if case .order = Self.bounds(mention) { Self.decimal("value", low, to: &line) }
        Self.decimal("low", low, to: &line)
        Self.decimal("high", high, to: &line)
      case .above(let low, let inclusive):
        // The figure that is named, and that it is a lower end.
        Self.decimal("value", low, to: &line)
        Self.decimal("low", low, to: &line)
        line.field("low_incl", inclusive)
      case .below(let high, let inclusive):
        Self.decimal("value", high, to: &line)
        Self.decimal("high", high, to: &line)
        line.field("high_incl", inclusive)
      }
      line.field("unit", name)
      if let seconds = mention.seconds {
        line.key("times")
        line.array { line in line.object { line in Self.decimal("seconds", seconds, to: &line) } }
      }
    }
  }

  private static func decimal(_ key: StaticString, _ value: ExactDecimal, to line: inout JSONLine) {
    line.field(key, value.description)
  }

  private func write(_ period: PeriodMention, to line: inout JSONLine) {
    line.object { line in
      writePlace(period.span, to: &line)
      line.field("kind", "datetime")
      line.field("timex", Self.timex(period.anchor ?? period.edtf))
      line.key("times")
      line.array { line in
        for days in [PeriodMention.Days(firstDay: period.firstDay, dayAfter: period.dayAfter)] + period.alternatives {
          line.object { line in
            line.field("start", days.firstDay.map { $0 + "T00:00:00" })
            line.field("end", days.dayAfter.map { $0 + "T00:00:00" })
          }
        }
      }
    }
  }

  /// EDTF as TIMEX3 has it: seasons by letters (2016-22 is 2016-SU), a season of no year without one.
  private static func timex(_ edtf: String) -> String {
    let seasons = ["21": "SP", "22": "SU", "23": "FA", "24": "WI"]
    guard edtf.utf8.count == 7, let season = seasons[String(edtf.suffix(2))] else { return edtf }
    return edtf.hasPrefix("XXXX") ? season : edtf.prefix(5) + season
  }

  private static func kind(_ mention: QuantityMention) -> String {
    switch mention.kind {
    case .number, .ordinal, .percent, .currency, .temperature, .duration, .age, .dimension: mention.kind.rawValue
    case .multiple: "number"
    case .count: "number"
    case .proportion: "number"
    }
  }

  /// In hundredths for everything that is said in parts of a whole (九成, 七折), in base units for money and counts.
  private static func bounds(_ mention: QuantityMention) -> Bounds {
    if mention.written.per != nil { return mention.written.bounds }
    let dimension = mention.quantity.unit.dimension
    if dimension == .currency || dimension == .count { return mention.quantity.bounds }
    guard mention.written.unit == "tenth" || mention.written.unit == "discount" else { return mention.written.bounds }
    return mention.quantity.bounds.mapped { $0.scaled(byPowerOfTen: 2) } ?? mention.written.bounds
  }

  /// `meter`, `USD`, `dollar per hour`; nil where the figure is a bare number or counts things.
  private static func unitName(_ mention: QuantityMention) -> String? {
    if let per = mention.written.per {
      return [mention.written.unit, "per", per].flatMap { $0.split(separator: "_") }.joined(separator: " ")
    }
    switch mention.written.unit {
    case "", "ordinal", "item": return nil
    case "tenth", "discount": return "percent"
    case "datapoint": return "数据点"
    default: break
    }
    if mention.quantity.unit.dimension == .count { return nil }
    if mention.quantity.unit.dimension == .currency { return mention.quantity.unit.name.uppercased() }
    if mention.quantity.unit.dimension == .age { return mention.written.unit.split(separator: "_").first.map(String.init) }
    return mention.written.unit.split(separator: "_").joined(separator: " ")
  }
}
