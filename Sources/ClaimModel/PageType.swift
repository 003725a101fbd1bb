/// What a page is for.
package enum PageType: String, Hashable, Sendable, CaseIterable {
  /// News, a report, a post of a blog, a recipe.
  case article
  /// Posts of several people.
  case thread
  /// Items, each a line or a card: a home page, wares of a shop, results of a search.
  case listing
  case product
  case documentation
}
