/// The terms that a run of Han characters may hold, looked up at any of its places.
struct TermTrie: Sendable {
  /// What a term is; one text may be several.
  struct Kinds: OptionSet {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ kind: SegmentationTerm.Kind) { rawValue = 1 << UInt8(kind.rawValue) }

    func contains(_ kind: SegmentationTerm.Kind) -> Bool { contains(Kinds(kind)) }
  }

  /// The node that a UTF-16 unit leads to, by `node << 16 | unit`.
  private var targets: [Int: Int] = [:]
  /// By node; empty where no term ends.
  private var kinds: [Kinds] = [[]]

  /// Of `terms` those that are nothing but Han characters of the Basic Multilingual Plane; others can't stand in a run.
  init(_ terms: [SegmentationTerm]) {
    for term in terms where !term.text.isEmpty && term.text.utf16.allSatisfy(WordLattice.isHanUnit) {
      var node = 0
      for unit in term.text.utf16 {
        let key = node << 16 | Int(unit)
        if let target = targets[key] {
          node = target
        } else {
          kinds.append([])
          targets[key] = kinds.count - 1
          node = kinds.count - 1
        }
      }
      kinds[node].insert(Kinds(term.kind))
    }
  }

  /// Calls `body` with the end and the kinds of every term that begins at `start` of `run`, shorter ones first.
  func forEachTerm(in run: ArraySlice<UInt16>, at start: Int, _ body: (_ end: Int, _ kinds: Kinds) -> Void) {
    var node = 0
    var position = start
    while position < run.endIndex, let target = targets[node << 16 | Int(run[position])] {
      node = target
      position += 1
      if !kinds[node].isEmpty { body(position, kinds[node]) }
    }
  }

  /// Whether `range` of `run` is a term of a kind.
  func has(_ kind: SegmentationTerm.Kind, in run: ArraySlice<UInt16>, at range: Range<Int>) -> Bool {
    var found = false
    forEachTerm(in: run[..<range.upperBound], at: range.lowerBound) { end, kinds in
      if end == range.upperBound { found = kinds.contains(kind) }
    }
    return found
  }
}
