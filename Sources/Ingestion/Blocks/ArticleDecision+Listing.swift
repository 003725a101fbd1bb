internal import ClaimModel

/// Pages whose items are what they are for.
extension ArticleDecision {
  /// Keeps the items of a page that has hardly any article beside them; a page that says it is an article has none.
  mutating func decideListing(_ type: PageType?) {
    guard type != .article, type != .product else { return }
    let kept = draft.blocks.indices.reduce(0) { $0 + (verdicts[$1].isKept && roles[$1] != .title ? features[$1].plainMass : 0) }
    guard kept < (type == .listing ? mostBesideListing : mostBesideList), let list = list(isOnly: kept == 0),
      list.mass > Double(kept) * 2
    else { return }
    isListing = true
    for index in list.blocks where !verdicts[index].isKept && ItemList.isItemText(draft.blocks[index], features[index]) {
      verdicts[index] = BlockVerdict(isKept: true, score: features[index].score, reason: BlockVerdict.itemOfList)
      roles[index] = draft.blocks[index].role
    }
  }

  /// Where nothing else is on the page, its items may be short.
  private func list(isOnly: Bool) -> ItemList? {
    if let list = ItemList(of: draft, features), list.mass >= leastList { return list }
    guard isOnly, let list = ItemList(ofShort: draft, features), list.mass >= leastShortList else { return nil }
    return list
  }
}

/// The mass of a list's items at least, of short ones at least; and of the text that is kept beside it less than: on a page that
/// says it is a list, on others.
private let leastList = 300.0
private let leastShortList = 100.0
private let mostBesideListing = 2000
private let mostBesideList = 60
