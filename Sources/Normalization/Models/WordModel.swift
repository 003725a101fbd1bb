import ChineseCounts

/// How likely a stretch of Chinese text is as a row of words, in sixteenths of a bit.
///
/// From the embedded counts of 104,000 words. Made once per user of it, when first needed; takes less than 1 ms.
struct WordModel {
  static let longestWord = 5
  /// What a character costs that is no word of the table: it was counted less than 10 times among 60 million.
  private static let unseen = 24 * CharacterModel.bit

  /// What a sign or another character than Han costs, about as much as the full stop does: 5 bits.
  private static let sign = 5 * CharacterModel.bit

  private let table: [UInt8]
  /// Of the words of each length from one on: how many, where the first stands, where the first one's cost.
  private let groups: [(count: Int, words: Int, costs: Int)]

  init() {
    let table = unsafe Array(UnsafeBufferPointer(start: kz_word_counts(), count: kz_word_counts_size()))
    let counts = (0..<WordModel.longestWord).map { length in
      (0..<4).reduce(0) { $0 | Int(table[length * 4 + $1]) << (8 * $1) }
    }
    var words = WordModel.longestWord * 4
    var costs = words + counts.enumerated().reduce(0) { $0 + ($1.offset + 1) * 2 * $1.element }
    groups = counts.enumerated().map { length, count in
      defer {
        words += (length + 1) * 2 * count
        costs += count
      }
      return (count, words, costs)
    }
    self.table = table
  }

  /// The cost of the cheapest way to cut `text` (UTF-16, Simplified) into words and signs.
  ///
  /// Cost: linear.
  func cost(of text: [UInt16]) -> Int {
    var best = [0]
    for end in 1...max(1, text.count) where end <= text.count {
      guard (0x4E00...0x9FFF).contains(text[end - 1]) else {
        best.append(best[end - 1] + WordModel.sign)
        continue
      }
      var cheapest = best[end - 1] + (cost(of: text[end - 1..<end]) ?? WordModel.unseen)
      for length in 2...WordModel.longestWord where length <= end {
        guard let cost = cost(of: text[end - length..<end]) else { continue }
        cheapest = min(cheapest, best[end - length] + cost)
      }
      best.append(cheapest)
    }
    return best[text.count]
  }

  /// The cost of one word of at most `longestWord` units; nil where the table lacks it. Cost: the logarithm of the table's length.
  func cost(of word: ArraySlice<UInt16>) -> Int? {
    let group = groups[word.count - 1]
    var low = 0
    var high = group.count
    while low < high {
      let middle = (low + high) / 2
      let start = group.words + middle * word.count * 2
      var order = 0
      for (index, unit) in word.enumerated() where order == 0 {
        order = Int(table[start + index * 2]) | Int(table[start + index * 2 + 1]) << 8
        order -= Int(unit)
      }
      if order == 0 { return Int(table[group.costs + middle]) * 2 }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
