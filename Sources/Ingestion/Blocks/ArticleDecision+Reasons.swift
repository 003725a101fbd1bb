internal import ClaimModel
internal import SourceText

/// Why a block is no part of the article, by itself and by where it stands.
extension ArticleDecision {
  func reasonOutside(_ index: Int) -> BoilerplateReason {
    let block = draft.blocks[index]
    if let cue = features[index].cue { return cue.reason }
    if let reason = Self.reason(for: block.context) { return reason }
    if features[index].linkDensity > 0.6 { return .linkList }
    return isDateline(index) ? .byline : .outside
  }

  private static func reason(for context: BlockContext) -> BoilerplateReason? {
    if context.contains(.siteBoilerplate) { return .siteRule }
    if context.contains(.frontMatter) { return .frontMatter }
    if !context.isDisjoint(with: [.hidden, .noScript]) { return .hidden }
    if context.contains(.navigation) { return .navigation }
    if context.contains(.share) { return .share }
    if context.contains(.related) { return .relatedLinks }
    if context.contains(.comments) { return .comments }
    if context.contains(.advertisement) { return .advertisement }
    if !context.isDisjoint(with: [.notice, .consent]) { return .notice }
    if context.contains(.footer) { return .footer }
    if context.contains(.aside) { return .aside }
    return nil
  }

  /// Nil for a block that stays.
  func reasonWithin(_ index: Int) -> BoilerplateReason? {
    let block = draft.blocks[index]
    let feature = features[index]
    if hasSiteArticle, !block.context.contains(.siteArticle) { return reasonOutside(index) }
    if let cue = feature.cue { return cue.reason }
    if let reason = Self.reason(for: block.context) { return reason }
    if block.context.contains(.byline), feature.measure.mass < 150, !feature.isSentence { return .byline }
    if let table = block.table, table.rows.count >= 3, table.rows[0].contains(where: \.isHeader) { return nil }
    if feature.linkDensity > 0.8, block.linkMass > 12, !isLinkInText(index) { return .linkList }
    if block.role != .code, isScript(block.span.range) { return .script }
    if isStripped, feature.score <= 0, !isLineOfArticle(index) { return .fragment }
    return nil
  }

  /// What is left of a script that was cut where it writes `</script>` itself: braces, and names of a page's objects.
  private func isScript(_ range: Range<Int>) -> Bool {
    let text = draft.text[range]
    guard text.contains(UInt8(ascii: "{")) || text.contains(UInt8(ascii: ";")), text.contains(UInt8(ascii: "}")) else { return false }
    return Self.scriptNames.count { draft.text.hasBytes($0, in: range) } >= 2
  }

  private static let scriptNames = ["document.", "window.", "getElementBy", "function ", "function(", "var ", "innerHTML", ".style."].map {
    Array($0.utf8)
  }

  /// A block that is one link, with sentences on both sides; in Markdown, one that is no part of a menu: long, or alone.
  private func isLinkInText(_ index: Int) -> Bool {
    if draft.kind == .markdown {
      let isBesideLinks = [index - 1, index + 1].contains { features.indices.contains($0) && features[$0].linkDensity > 0.8 }
      return features[index].measure.mass > 90 || !isBesideLinks
    }
    return draft.blocks[index].linkCount <= 2 && index > 0 && index + 1 < features.count && features[index - 1].isSentence
      && features[index + 1].isSentence
  }

  /// A short line of a stripped page that may be a heading: no bullet, not cut off, and a sentence right behind it.
  private func isLineOfArticle(_ index: Int) -> Bool {
    let block = draft.blocks[index]
    guard block.context.isDisjoint(with: [.bulleted, .truncated]), index + 1 < features.count else { return false }
    return features[index + 1].isSentence && index > 0 && features[index - 1].isSentence
  }
}
