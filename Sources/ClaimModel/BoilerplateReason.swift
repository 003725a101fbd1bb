/// Why a block does not belong to the article. The raw value is what a document's verdict says.
package enum BoilerplateReason: String, Hashable, Sendable, CaseIterable {
  case searchSpam = "search spam"
  case navigation
  case linkList = "link list"
  case relatedLinks = "related links"
  case disclaimer
  case byline
  case copyright
  case share = "share box"
  case caption = "image caption"
  case date
  case notice = "cookie or login notice"
  case keywords = "keyword line"
  case advertisement
  case comments
  case hidden
  case footer
  case aside = "sidebar"
  case header = "page header"
  case duplicateTitle = "duplicate title"
  case frontMatter = "front matter"
  case fragment = "short fragment"
  case outside = "outside the article"
  case aboutAuthor = "about the author"
  case references = "list of references"
  case duplicate = "said before"
  case script = "script"
  case endMark = "end of the article"
  case errorPage = "error page"
  case humanCheck = "human check"
  case loginWall = "login wall"
  case siteRule = "site rule"

  /// Whether nothing of the article follows a heading of this kind.
  package var endsArticle: Bool {
    switch self {
    case .comments, .disclaimer, .copyright, .aboutAuthor, .references, .endMark: true
    default: false
    }
  }
}
