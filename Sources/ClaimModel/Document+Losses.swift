package import SourceText

extension Document {
  /// U+FFFD, which stands where bytes are gone.
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Whether a part of what `span` says may be gone: a stretch that could not be recovered for certain overlaps it, or U+FFFD is in
  /// it or right beside it. A figure there may lack a digit. Cost: O(log repairs) and the span.
  package func touchesLoss(_ span: TextSpan) -> Bool {
    let from = max(0, span.start - Self.replacement.count)
    let to = min(text.count, span.end + Self.replacement.count)
    if text.hasBytes(Self.replacement, in: from..<to) { return true }
    var index = firstRepair(endingAfter: span.start)
    while index < repairs.count, repairs[index].span.start < span.end {
      if repairs[index].kind == .lost, repairs[index].span.overlaps(span) { return true }
      index += 1
    }
    return false
  }

  /// Index of the first repair that ends behind `offset`: repairs are in text order.
  package func firstRepair(endingAfter offset: Int) -> Int {
    var low = 0
    var high = repairs.count
    while low < high {
      let middle = (low + high) / 2
      if repairs[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
