internal import ClaimModel
internal import SourceText

/// The element of a page whose children are its items: wares, headlines, results.
struct ItemList {
  /// The blocks in it.
  let blocks: Range<Int>
  /// The mass of its items.
  let mass: Double

  /// Items of a list at least, the mass of one at least, and the mass that one counts with at most.
  private static let leastItems = 4
  private static let leastItemMass = 30.0
  /// The same where the items are short: a name and its price.
  private static let leastShortItems = 5
  private static let leastShortItemMass = 15.0
  private static let mostItemMass = 400.0
  /// An element with a greater part of the mass than this is the page around the list, not an item of it.
  private static let largestShare = 0.5
  /// Links of less mass are words of a menu.
  private static let leastLink = 20

  /// Nil for a page without such an element. Linear in blocks and elements.
  init?(of draft: Draft, _ features: [BlockFeatures]) {
    self.init(of: draft, features, leastItems: Self.leastItems, leastItemMass: Self.leastItemMass)
  }

  /// A list whose items may be short, but are more.
  init?(ofShort draft: Draft, _ features: [BlockFeatures]) {
    self.init(of: draft, features, leastItems: Self.leastShortItems, leastItemMass: Self.leastShortItemMass)
  }

  private init?(of draft: Draft, _ features: [BlockFeatures], leastItems: Int, leastItemMass: Double) {
    let count = max(1, draft.parents.count)
    var masses = [Double](repeating: 0, count: count)
    for (block, feature) in zip(draft.blocks, features) where Self.isItemText(block, feature) {
      masses[block.container] += Double(feature.measure.mass)
    }
    for index in stride(from: draft.parents.count - 1, to: 0, by: -1) { masses[draft.parents[index]] += masses[index] }
    var sums = [Double](repeating: 0, count: count)
    var largest = sums
    var items = [Int](repeating: 0, count: count)
    // A table's rows are items, too.
    for (block, feature) in zip(draft.blocks, features) where Self.isItemText(block, feature) {
      guard let rows = block.table?.rows.count, rows >= leastItems else { continue }
      sums[block.container] += Double(feature.measure.mass)
      items[block.container] += rows
    }
    for index in draft.parents.indices.dropFirst() where masses[index] >= leastItemMass {
      let parent = draft.parents[index]
      let mass = min(masses[index], Self.mostItemMass)
      sums[parent] += mass
      largest[parent] = max(largest[parent], masses[index])
      items[parent] += 1
    }
    let lists = sums.indices.filter { items[$0] >= leastItems && largest[$0] <= masses[$0] * Self.largestShare }
    guard let best = lists.max(by: { sums[$0] < sums[$1] }) else { return nil }
    mass = sums[best]
    blocks = draft.blocks(in: best)
  }

  /// Whether a block may be a part of an item.
  static func isItemText(_ block: DraftBlock, _ feature: BlockFeatures) -> Bool {
    guard feature.cue == nil, block.context.isDisjoint(with: BlockContext.boilerplate.union(.pageTitle)) else {
      return false
    }
    return feature.linkDensity < 0.8 || feature.measure.mass >= leastLink
  }
}
