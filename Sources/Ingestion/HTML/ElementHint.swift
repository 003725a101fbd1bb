/// What an element's class and id say of its content, word by word.
///
/// These are names that web authors give to parts of a page (in English, and in pinyin on Chinese sites), so they belong to
/// the grammar of markup, not to the phrases of a language.
struct ElementHintTable {
  private var slots = [(key: UInt64, context: BlockContext)](repeating: (0, []), count: 1024)

  /// Words that speak for all that begins with them (`commentlisting`), by their length.
  private var beginnings = [[(key: UInt64, context: BlockContext)]](repeating: [], count: 11)

  init() {
    for (context, words) in Self.beginnings {
      for word in words.split(separator: " ") { beginnings[word.utf8.count].append((Self.key(of: Array(word.utf8)), context)) }
    }
    for (context, words) in Self.words {
      for word in words.split(separator: " ") { add(Array(word.utf8), context) }
    }
  }

  private static let beginnings: [(BlockContext, String)] = [
    (.comments, "comment"), (.related, "related recommend"), (.advertisement, "advert"), (.aside, "sidebar"),
    (.navigation, "breadcrumb pagination"), (.notice, "cookie newsletter"), (.consent, "onetrust"),
  ]

  private static let words: [(BlockContext, String)] = [
    (
      .navigation,
      """
      nav navbar navigation menu menus submenu breadcrumb breadcrumbs crumb crumbs toolbar topbar sitemap pagination pager pagenav subnav \
      mainnav topnav leftnav daohang mbx mianbaoxie curpos paging pagelist skiplink toc megamenu offcanvas hamburger
      """
    ),
    (.footer, "footer foot footnav copyright copyrights banquan colophon footbar bottombar siteinfo btm"),
    (
      .aside,
      "sidebar sidebars sidenav aside rightbar leftbar widget widgets rail sidecol sign signature sig pls pstatus userinfo"
    ),
    (
      .related,
      """
      related relate relates recommend recommended recommends recommendation recommendations tuijian xiangguan similar upsell upsells \
      popular trending rank ranking ranklist paihang hotnews hotlist morenews readmore mostread mostviewed alsolike youmaylike outbrain taboola \
      relatedposts relatednews relevant xgyd xgnews nextprev prevnext postnav
      """
    ),
    (
      .comments, "comment comments commentlist disqus pinglun respond commentform commentbox liuyan feedback replies commentary usercomment"
    ),
    (
      .share,
      """
      share sharing shares sharebar sharebox social sociallinks bdshare bdsharebuttonbox jiathis bshare addthis addtoany sns follow followus \
      qrcode weixin erweima ewm fenxiang sharethis socials
      """
    ),
    (
      .advertisement,
      "ad ads adv advert adverts advertise advertisement adsense adsbygoogle adbox guanggao sponsor sponsored sponsors banner banners promo promoted promotion promos"
    ),
    (
      .notice,
      """
      cookie cookies newsletter subscribe subscription signup popup modal login signin paywall overlay lightbox disclaimer \
      mianze toast alertbar cookiebanner optin register
      """
    ),
    (.consent, "consent gdpr"),
    (
      .byline,
      "byline postmeta articlemeta pubtime pubdate publishdate datetime timestamp dateline editor editors zebian bianji tags taglist keywords"
    ),
    (.article, "article articlebody articlecontent maincontent postcontent entrycontent postbody storybody entry zhengwen neirong"),
    (.hidden, "visuallyhidden sronly screenreader offscreen"),
    (.figure, "caption figcaption imgcaption piccaption photocaption wpcaption"),
    (.titleHint, "title headline biaoti artitle articletitle posttitle entrytitle h1title"),
  ]

  /// What the words of `range` say together. Words are cut at everything that is no letter, and before a capital letter
  /// behind a small one (`relatedPosts`); whole compounds are looked up too.
  func context(of strings: [UInt8], in range: Range<Int>) -> BlockContext {
    var found: BlockContext = []
    var key: UInt64 = 0
    var wholeKey: UInt64 = 0
    var wasLower = false
    var length = 0
    for offset in range {
      let byte = strings[offset]
      let lower = byte | 0x20
      let isLetter = lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
      let isUpper = isLetter && byte & 0x20 == 0
      if !isLetter || (isUpper && wasLower) {
        if key != 0 { found.formUnion(context(forKey: key)) }
        key = 0
        length = 0
      }
      if byte <= 0x20 {
        if wholeKey != 0 { found.formUnion(context(forKey: wholeKey)) }
        wholeKey = 0
      }
      if isLetter {
        key = Self.mixed(key, lower)
        wholeKey = Self.mixed(wholeKey, lower)
        length += 1
        if length < beginnings.count {
          for beginning in beginnings[length] where beginning.key == key { found.formUnion(beginning.context) }
        }
      }
      wasLower = isLetter && !isUpper
    }
    if key != 0 { found.formUnion(context(forKey: key)) }
    if wholeKey != 0, wholeKey != key { found.formUnion(context(forKey: wholeKey)) }
    return found
  }

  /// FNV-1a, 64 bits, from a start that no word reaches.
  private static func mixed(_ key: UInt64, _ byte: UInt8) -> UInt64 {
    ((key == 0 ? 0xCBF2_9CE4_8422_2325 : key) ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  private static func key(of word: [UInt8]) -> UInt64 { word.reduce(0) { mixed($0, $1) } }

  private func context(forKey key: UInt64) -> BlockContext {
    var slot = Int(truncatingIfNeeded: key >> 20) & 1023
    while slots[slot].key != 0 {
      if slots[slot].key == key { return slots[slot].context }
      slot = (slot + 1) & 1023
    }
    return []
  }

  private mutating func add(_ word: [UInt8], _ context: BlockContext) {
    let key = Self.key(of: word)
    var slot = Int(truncatingIfNeeded: key >> 20) & 1023
    while slots[slot].key != 0, slots[slot].key != key { slot = (slot + 1) & 1023 }
    slots[slot] = (key, slots[slot].context.union(context))
  }
}
