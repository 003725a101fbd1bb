internal import ClaimModel

/// Pages whose items are what they are for.
extension ArticleDecision {
  /// Keeps the items of a page that has hardly any article beside them; a page that says it is an article has none.
  mutating func decideListing(_ type: PageType?) {
    guard type != .article, type != .product else { return }
    let kept = draft.blocks.indices.reduce(0) { $0 + (verdicts[$1].isKept && roles[$1] != .title ? features[$1].plainMass : 0) }
    guard kept < (type == .listing ? mostBesideListing : mostBesideList), let list = ItemList(of: draft, features),
      list.mass >= leastList, list.mass > Double(kept) * 2
    else { return }
    isListing = true
    for index in list.blocks where !verdicts[index].isKept && ItemList.isItemText(draft.blocks[index], features[index]) {
      verdicts[index] = BlockVerdict(isKept: true, score: features[index].score, reason: BlockVerdict.itemOfList)
      roles[index] = draft.blocks[index].role
    }
  }
}

/// The mass of a list's items at least, and of other text that is kept beside it less than: on a page that says it is a list, on others.
private let leastList = 300.0
private let mostBesideListing = 2000
private let mostBesideList = 60
