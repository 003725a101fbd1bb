internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Examples of sites: what a page of the site's first host holds.
extension KnowledgeCheck {
  /// The block with the marked words must be kept, or dropped by the site's rule, as stands behind =>; in an example against it must not
  /// be dropped by the rule.
  func siteProblem(_ entry: SiteEntry, _ example: Example) -> String? {
    let document = worker.ingested(exampleBody: example.text, host: entry.hosts[0])
    let marked = Array(Array(example.text.utf8)[example.marked ?? 0..<0])
    guard !marked.isEmpty, let block = document.blocks.first(where: { document.text[$0.span.range].contains(marked) }) else {
      return "has no block with the marked words; mark words of one paragraph with ⟦ ⟧, without tags"
    }
    let found = block.isKept ? "kept" : "dropped as '\(block.verdict.reason)'"
    let isDropped = block.verdict.reason == BoilerplateReason.siteRule.rawValue
    if example.isAgainst { return isDropped ? "must not be \(found); name the elements of 'drop' more narrowly" : nil }
    switch example.expectation {
    case "keep": return block.isKept ? nil : "must be kept, but is \(found); add its element to 'keep'"
    case "drop": return isDropped ? nil : "must be dropped, but is \(found); add its element to 'drop'"
    default: return "says neither; write => keep or => drop behind it"
    }
  }
}
