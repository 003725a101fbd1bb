internal import ClaimModel
internal import SourceText

/// The element that holds a page's article.
struct ArticleElement {
  /// The blocks in it; empty where no element speaks for an article.
  private(set) var blocks: Range<Int> = 0..<0

  private let draft: Draft
  private let features: [BlockFeatures]

  /// An element is widened where that adds this share to the text that speaks for the article, and so much per mass of links.
  private static let leastGain = 0.4
  private static let leastGainPerLink = 1.5

  /// Finds the element with the greatest sum of scores below it, the innermost of equals.
  init(of draft: Draft, _ features: [BlockFeatures], leastScore: Double) {
    self.draft = draft
    self.features = features
    if let best = best(leastScore, of: { _, feature in feature.score }) {
      blocks = draft.blocks(in: widened(best))
    } else if let best = best(Self.leastLines, of: Self.lineScore) {
      blocks = draft.blocks(in: best)
    }
  }

  /// The mass of short lines that a page without sentences holds at least, if they are more than labels.
  private static let leastLines = 400.0

  /// What speaks for an article on a page without sentences (a table of contents, a poem, a list of results): text that is
  /// no link.
  private static func lineScore(of block: DraftBlock, _ feature: BlockFeatures) -> Double {
    guard feature.cue == nil, block.context.isDisjoint(with: .boilerplate) else { return -1 }
    return feature.linkDensity < 0.3 ? Double(min(feature.plainMass, 300)) : -Double(min(block.linkMass, 100)) / 2
  }

  /// The innermost element with the greatest sum of a value over the blocks below it; nil below `least`.
  private func best(_ least: Double, of value: (DraftBlock, BlockFeatures) -> Double) -> Int? {
    let sums = sums(value)
    var best = 0
    for index in sums.indices where sums[index] >= sums[best] { best = index }
    return sums[best] >= least ? best : nil
  }

  /// For each element the sum of a value over the blocks below it; the page's title counts nowhere.
  private func sums(_ value: (DraftBlock, BlockFeatures) -> Double) -> [Double] {
    var sums = [Double](repeating: 0, count: max(1, draft.parents.count))
    for (block, feature) in zip(draft.blocks, features) where !block.context.contains(.pageTitle) {
      sums[block.container] += value(block, feature)
    }
    for index in stride(from: draft.parents.count - 1, to: 0, by: -1) { sums[draft.parents[index]] += sums[index] }
    return sums
  }

  /// The element around `element` that has much more text that speaks for the article and few links beside it, if there is
  /// one: sections that lie apart are of one article.
  private func widened(_ element: Int) -> Int {
    let texts = sums { _, feature in max(0, feature.score) }
    let links = sums { block, _ in block.context.isDisjoint(with: .boilerplate) ? Double(block.linkMass) : 0 }
    var best = element
    var current = element
    while current > 0 {
      current = draft.parents[current]
      let gain = texts[current] - texts[best]
      if gain > texts[best] * Self.leastGain, gain > (links[current] - links[best]) * Self.leastGainPerLink { best = current }
    }
    return best
  }
}

extension Draft {
  /// The blocks whose container is `element` or lies below it: neighbors, since blocks are in document order.
  func blocks(in element: Int) -> Range<Int> {
    var isInside = [Bool](repeating: false, count: parents.count)
    isInside[element] = true
    for index in parents.indices.dropFirst(element + 1) where isInside[parents[index]] { isInside[index] = true }
    guard let first = blocks.indices.first(where: { isInside[blocks[$0].container] }),
      let last = blocks.indices.last(where: { isInside[blocks[$0].container] })
    else { return 0..<0 }
    return first..<last + 1
  }
}
