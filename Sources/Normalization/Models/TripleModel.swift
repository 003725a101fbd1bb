import ChineseCounts

/// How likely one character is behind two others, for the triples of Chinese text that were counted twice or more.
///
/// From the embedded counts; beside `CharacterModel`, which knows every pair. Made once per worker, at the first damaged page; takes
/// some 2 ms.
struct TripleModel {
  /// The characters of each triple, 16 bits each, ascending.
  private let keys: [UInt64]
  /// In eighths of a bit, in the order of `keys`.
  private let costs: [UInt8]

  init() {
    let table = unsafe UnsafeBufferPointer(start: kz_triple_counts(), count: kz_triple_counts_size())
    let count = unsafe Int(table[0]) | Int(table[1]) << 8 | Int(table[2]) << 16
    var keys: [UInt64] = []
    keys.reserveCapacity(count)
    for index in 0..<count {
      let at = 4 + index * 6
      let key = (0..<3).reduce(UInt64(0)) { key, place in
        unsafe key << 16 | UInt64(table[at + place * 2]) | UInt64(table[at + place * 2 + 1]) << 8
      }
      keys.append(key)
    }
    self.keys = keys
    costs = unsafe Array(table[(4 + count * 6)...])
  }

  /// Cost of `next` behind `first` and `second`, in sixteenths of a bit; nil where they were not counted together.
  ///
  /// All as `CharacterModel.kind(of:)` gives them.
  func cost(of next: UInt32, after first: UInt32, _ second: UInt32) -> Int? {
    guard first < 0x1_0000, second < 0x1_0000, next < 0x1_0000 else { return nil }
    let key = UInt64(first) << 32 | UInt64(second) << 16 | UInt64(next)
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] == key { return Int(costs[middle]) * 2 }
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
