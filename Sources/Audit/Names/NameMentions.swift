/// The names that a page mentions, in text order, not overlapping.
struct NameMentions {
  let all: [NameMention]

  init(_ mentions: [NameMention]) { all = mentions.sorted { $0.range.lowerBound < $1.range.lowerBound } }

  /// Those that begin in `range`.
  subscript(range: Range<Int>) -> ArraySlice<NameMention> {
    let start = firstIndex(from: range.lowerBound)
    return all[start..<max(start, firstIndex(from: range.upperBound))]
  }

  /// The last that begins before `offset`.
  func last(before offset: Int) -> NameMention? {
    let index = firstIndex(from: offset)
    return index > 0 ? all[index - 1] : nil
  }

  /// The number of the first that begins at `offset` or behind it.
  private func firstIndex(from offset: Int) -> Int {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
