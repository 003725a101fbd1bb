internal import ClaimModel
internal import SourceText

/// Finds the block that shows what the page's `<title>` says.
enum TitleMatch {
  /// How many blocks before the article are looked at, and how many of its own.
  private static let blocksBefore = 40
  private static let blocksWithin = 6

  /// The block nearest to the article's start whose characters begin the page's title, or a part of it between separators.
  static func shownTitle(of draft: Draft, pageTitle: Int, articleStart: Int) -> Int? {
    let title = letters(of: draft, pageTitle)
    guard title.count >= 4 else { return nil }
    var best: Int?
    let first = max(0, articleStart - blocksBefore)
    for index in first..<min(draft.blocks.count, articleStart + blocksWithin) where index != pageTitle {
      let block = draft.blocks[index]
      guard block.span.count <= 600, block.context.isDisjoint(with: [.hidden, .navigation, .related, .footer]) else { continue }
      let shown = letters(of: draft, index)
      guard shown.count >= 4, shown.count * 4 >= title.count, contains(title, shown) else { continue }
      if let before = best, rank(draft.blocks[before]) > rank(block) { continue }
      best = index
    }
    return best
  }

  /// Headings, the higher the better, before what its class calls a title, before others.
  private static func rank(_ block: DraftBlock) -> Int {
    if block.role == .heading { return 10 - block.level }
    return block.context.contains(.titleHint) ? 2 : 1
  }

  private static func letters(of draft: Draft, _ index: Int) -> [UInt32] {
    var folded = FoldedText()
    folded.read(draft.text, in: draft.blocks[index].span.range)
    return folded.scalars.filter { $0 != 0x20 && $0 != 0x3A }
  }

  private static func contains(_ title: [UInt32], _ part: [UInt32]) -> Bool {
    guard part.count <= title.count else { return false }
    for offset in 0...(title.count - part.count) where title[offset..<offset + part.count].elementsEqual(part) { return true }
    return false
  }
}
