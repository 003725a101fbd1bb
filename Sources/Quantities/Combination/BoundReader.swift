internal import ClaimModel
internal import Knowledge
internal import SourceText

/// The bound words around a figure, and what they make of it.
struct BoundWords {
  /// The figure's span with the words.
  var phrase: Range<Int>
  /// What bounds the figure; nil where nothing does or it is only loosened.
  var comparator: Comparator?
  var isApproximate = false
  /// Loosened by a word behind it: 百亿级 stays an order of magnitude, 近百亿 does not.
  var isLoosenedBehind = false
  /// After between, 介于: two figures joined by and, 和 are a range.
  var opensRange = false
}

/// Reads the words that bound or loosen a figure, before it (超过, at least) and behind it (以上, or more).
struct BoundReader {
  let source: Source

  /// The bound words around `span`; none begins before `floor`.
  func read(around span: Range<Int>, floor: Int) -> BoundWords {
    var words = BoundWords(phrase: span)
    readBefore(&words, floor: floor)
    if words.comparator == nil, let comparison = comparison(around: span, floor: floor) { return comparison }
    readAfter(&words)
    return words
  }

  /// ⟦比⟧170⟦低⟧, 比四分之一大: a comparison that ends its clause bounds the figure; 比170低3 only says what is compared with.
  private func comparison(around span: Range<Int>, floor: Int) -> BoundWords? {
    let start = source.droppingSpace(before: span.lowerBound, floor: floor)
    guard start - 3 >= floor, source.has("比", at: start - 3) else { return nil }
    let word = source.skippingSpace(at: span.upperBound)
    let end = source.next(word)
    var words = BoundWords(phrase: start - 3..<end)
    switch source.character(at: word) {
    case "大", "高", "多", "长", "重", "贵": words.comparator = .greater
    case "小", "低", "少", "短", "轻": words.comparator = .less
    default: return nil
    }
    switch source.character(at: source.skippingSpace(at: end)) {
    case "\0", "\n", "，", "。", "；", ",", "、", "的", "且", "并", "！", "？", ")": return words
    default: return nil
    }
  }

  /// The words before `start` alone.
  func readBefore(start: Int, floor: Int) -> BoundWords {
    var words = BoundWords(phrase: start..<start)
    readBefore(&words, floor: floor)
    return words
  }

  private func readBefore(_ words: inout BoundWords, floor: Int) {
    for _ in 0..<3 {
      guard let match = before(words.phrase.lowerBound, floor: floor) else { return }
      words.phrase = match.range.lowerBound..<words.phrase.upperBound
      apply(match.entry.comparator, to: &words)
    }
  }

  private func before(_ start: Int, floor: Int) -> Lexicon<BoundEntry>.Match? {
    let end = source.droppingSpace(before: start, floor: floor)
    if let match = ending(at: end, floor: floor) { return match }
    // 了, 的, 达 between the bound word and the figure.
    let filler = source.character(before: end)
    switch filler {
    case "了":
      let verb = source.previous(end)
      return ending(at: source.droppingSpace(before: verb, floor: floor), floor: floor)
        ?? verbStart(before: verb, floor: floor).flatMap { ending(at: $0, floor: floor) }
    case "的", "达", "到", "有", "是", "为", "要", "需", "过", "在":
      return ending(at: source.droppingSpace(before: source.previous(end), floor: floor), floor: floor)
    default:
      guard source.hasWord("the", at: end - 3) || source.hasWord("a", at: end - 1) else { return nil }
      let first = source.hasWord("a", at: end - 1) ? end - 1 : end - 3
      return ending(at: source.droppingSpace(before: first, floor: floor), floor: floor)
    }
  }

  /// 大约⟦用⟧了, 超过⟦花费⟧了: where the verb of spending before 了 begins.
  private func verbStart(before end: Int, floor: Int) -> Int? {
    Self.spending.first { end - $0.utf8.count > floor && source.has($0, at: end - $0.utf8.count) }.map { end - $0.utf8.count }
  }

  private static let spending = ["花费", "耗费", "使用", "消耗", "用", "花", "耗"]

  private func ending(at end: Int, floor: Int) -> Lexicon<BoundEntry>.Match? {
    guard end > floor else { return nil }
    guard let match = source.vocabulary.boundsBefore.longest(endingAt: end, floor: floor, in: source, where: isMeant) else { return nil }
    let start = match.range.lowerBound
    // 介绍过一个: 过 bounds large figures and parts only (过百亿, 过半).
    if match.range.count == 3, source.has("过", at: start), !isLarge(at: source.skippingSpace(at: end)) { return nil }
    return match.entry.notAfter.contains { source.has($0, at: start - $0.utf8.count) } ? nil : match
  }

  private func isMeant(_ entry: BoundEntry) -> Bool { !entry.isAskedFor || !source.asked.isEmpty }

  /// Whether a figure of some size begins at `offset`: three digits, or a word of magnitude among its first characters.
  private func isLarge(at offset: Int) -> Bool {
    if source.digitsEnd(at: offset) >= offset + 3 { return true }
    var position = offset
    for _ in 0..<6 {
      switch source.character(at: position) {
      case "百", "千", "万", "亿", "半", "成", "%": return true
      default: position = source.next(position)
      }
    }
    return false
  }

  private func readAfter(_ words: inout BoundWords) {
    for _ in 0..<2 {
      let end = words.phrase.upperBound
      let start = source.skippingSpace(at: end)
      guard let match = source.vocabulary.boundAfter(in: source, at: start) else { return }
      words.phrase = words.phrase.lowerBound..<match.range.upperBound
      if match.entry.comparator == .approximately { words.isLoosenedBehind = true }
      apply(match.entry.comparator, to: &words)
    }
  }

  private func apply(_ comparator: Comparator, to words: inout BoundWords) {
    switch comparator {
    case .approximately: words.isApproximate = true
    case .range: words.opensRange = true
    case .order, .equal: break
    default: words.comparator = words.comparator ?? comparator
    }
  }
}

extension BoundWords {
  /// What the words make of a figure's own bounds.
  func applied(to bounds: Bounds, isBareScale: Bool) -> Bounds {
    guard let comparator else {
      // 近百亿: the word of magnitude is the figure itself.
      if isBareScale, isApproximate, !isLoosenedBehind, case .order(let low, _) = bounds { return .exactly(low) }
      return bounds
    }
    let value: ExactDecimal
    switch bounds {
    case .exactly(let number): value = number
    case .order(let low, _) where isBareScale: value = low
    case .above(let low, _) where comparator == .greater || comparator == .atLeast: value = low
    default: return bounds
    }
    switch comparator {
    case .greater: return .above(value, inclusive: false)
    case .atLeast: return .above(value, inclusive: true)
    case .less: return .below(value, inclusive: false)
    case .atMost: return .below(value, inclusive: true)
    default: return bounds
    }
  }
}
