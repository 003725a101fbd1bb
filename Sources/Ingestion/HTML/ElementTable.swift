internal import CBridge
internal import ClaimModel
internal import SourceText

/// What is known of each node of a tree before its text is read: two passes, one entry per node.
struct ElementTable {
  private(set) var tags: [Tag]
  /// Whether a node lies in something that is never text, or is it.
  private(set) var isSkipped: [Bool]
  private(set) var isLinked: [Bool]
  private(set) var isPreformatted: [Bool]
  private(set) var contexts: [BlockContext]
  /// Mass (see `TextMeasure`) below the node that is shown and not in links.
  private(set) var weights: [Int32]
  /// The part of `weights` that is in sentences.
  private(set) var proseWeights: [Int32]
  /// How many long paragraphs are below the node: an element with several is no menu, teaser or banner.
  private(set) var paragraphCounts: [Int32]
  /// Lists around the node.
  private(set) var listDepths: [Int16]

  /// An element that holds more than this share of the page's sentences is not believed to be a sidebar or the like.
  private static let largestElementShare: Float = 0.4
  /// And where all elements of one kind hold more than this share of them, none of that kind is believed.
  private static let largestKindShare: Float = 0.6
  /// A notice on cookies may well be longer than what a script has not yet shown; an element with more is the page itself, with a class
  /// that says what was consented to.
  private static let largestConsentShare: Float = 0.9
  /// Sentences are of at least this mass: 20 ideographs, a dozen words.
  private static let leastProse = 60
  /// A paragraph of at least this mass is longer than a headline with its teaser: 60 ideographs, some 35 words.
  private static let leastLongParagraph = 180
  /// Long paragraphs from which on an element is not believed to be a box of links, buttons or a banner.
  private static let fewParagraphs = 2
  private static let shortContexts: BlockContext = [.related, .advertisement, .share]

  /// The table without its contexts: what a page says that it is for, which is read by the tags, tells which of them to believe.
  init(of tree: HTMLTree, tagTable: TagTable) {
    let count = tree.nodes.count
    tags = [Tag](repeating: .other, count: count)
    isSkipped = [Bool](repeating: false, count: count)
    isLinked = isSkipped
    isPreformatted = isSkipped
    contexts = [BlockContext](repeating: [], count: count)
    weights = [Int32](repeating: 0, count: count)
    proseWeights = weights
    paragraphCounts = weights
    listDepths = [Int16](repeating: 0, count: count)
    guard count > 1 else { return }
    describe(tree, tagTable)
    for index in stride(from: count - 1, to: 0, by: -1) {
      weights[Int(tree.nodes[index].parent)] &+= weights[index]
      proseWeights[Int(tree.nodes[index].parent)] &+= proseWeights[index]
      paragraphCounts[Int(tree.nodes[index].parent)] &+= paragraphCounts[index]
    }
  }

  /// Fills `contexts`. Comments may well outweigh the article of a page that says it is one.
  mutating func findContexts(in tree: HTMLTree, _ hints: ElementHintTable, type: PageType?) {
    guard tree.nodes.count > 1 else { return }
    let doubtful = type == .article || type == .product ? BlockContext.doubtful.subtracting(.comments) : .doubtful
    readContexts(in: tree, hints, doubtful: doubtful)
    dropUnlikelyKinds(in: tree, of: doubtful)
  }

  mutating func change(contextOf index: Int, adding added: BlockContext, removing removed: BlockContext) {
    contexts[index].subtract(removed)
    contexts[index].formUnion(added)
  }

  private mutating func describe(_ tree: HTMLTree, _ tagTable: TagTable) {
    for index in 1..<tree.nodes.count {
      let node = tree.nodes[index]
      let parent = Int(node.parent)
      isSkipped[index] = isSkipped[parent]
      isLinked[index] = isLinked[parent]
      isPreformatted[index] = isPreformatted[parent]
      listDepths[index] = listDepths[parent]
      if node.kind == UInt8(kz_html_text.rawValue) {
        if !isSkipped[index], !isLinked[index] { weigh(textNode: index, in: tree) }
        continue
      }
      let tag = tagTable.tag(named: Int(node.name_start)..<Int(node.name_start + node.name_length), in: tree.strings)
      tags[index] = tag
      if tag.kind == .skipped { isSkipped[index] = true }
      switch tag {
      case .a: isLinked[index] = true
      case .pre: isPreformatted[index] = true
      case .ul, .ol: if listDepths[index] < .max { listDepths[index] += 1 }
      default: break
      }
    }
  }

  private mutating func weigh(textNode index: Int, in tree: HTMLTree) {
    let measure = TextMeasure(tree.text, in: tree.textRange(of: index))
    weights[index] = Int32(clamping: measure.mass)
    if measure.mass >= Self.leastProse, measure.clauseMarks > 0 { proseWeights[index] = weights[index] }
    if measure.mass >= Self.leastLongParagraph, measure.sentenceMarks > 1 { paragraphCounts[index] = 1 }
  }

  private mutating func readContexts(in tree: HTMLTree, _ hints: ElementHintTable, doubtful: BlockContext) {
    let largest = Float(proseWeights[0]) * Self.largestElementShare
    for index in 1..<tree.nodes.count {
      let node = tree.nodes[index]
      var context = contexts[Int(node.parent)]
      defer { contexts[index] = context }
      guard node.kind == UInt8(kz_html_element.rawValue) else { continue }
      var own = Self.context(ofTag: tags[index])
      if node.attribute_count > 0, tags[index] != .body, tags[index] != .html, !isSkipped[index] {
        own.formUnion(hintedContext(of: index, in: tree, hints))
      }
      if Float(proseWeights[index]) > largest { own.subtract(doubtful) }
      if Float(proseWeights[index]) > Float(proseWeights[0]) * Self.largestConsentShare { own.remove(.consent) }
      if paragraphCounts[index] >= Self.fewParagraphs { own.subtract(Self.shortContexts) }
      // A title's class says nothing of what lies around it.
      if own.contains(.titleHint), weights[index] > 400 { own.remove(.titleHint) }
      context.formUnion(own)
    }
  }

  /// Takes back a kind of boilerplate that would leave too little of the page's sentences: the posts of a thread are
  /// called comments, folded sections are hidden.
  private mutating func dropUnlikelyKinds(in tree: HTMLTree, of doubtful: BlockContext) {
    var shares = [Float](repeating: 0, count: 32)
    for index in 1..<tree.nodes.count where proseWeights[index] > 0 && tree.nodes[index].kind == UInt8(kz_html_text.rawValue) {
      var rest = contexts[index].intersection(doubtful).rawValue
      while rest != 0 {
        shares[rest.trailingZeroBitCount] += Float(proseWeights[index])
        rest &= rest - 1
      }
    }
    var unlikely: BlockContext = []
    for bit in shares.indices where shares[bit] > Float(proseWeights[0]) * Self.largestKindShare {
      unlikely.insert(BlockContext(rawValue: 1 << UInt32(bit)))
    }
    guard !unlikely.isEmpty else { return }
    for index in contexts.indices { contexts[index].subtract(unlikely) }
  }

  private static func context(ofTag tag: Tag) -> BlockContext {
    switch tag {
    case .nav: .navigation
    case .footer: .footer
    case .aside: .aside
    case .header: .header
    case .form: .form
    case .article, .main: .article
    case .figure, .figcaption: .figure
    case .ul, .ol: .list
    case .table: .table
    case .dialog: .notice
    case .noscript: .noScript
    default: []
    }
  }

  private static let classKey = Array("class".utf8)
  private static let idKey = Array("id".utf8)
  private static let styleKey = Array("style".utf8)
  private static let hiddenKey = Array("hidden".utf8)
  private static let ariaHiddenKey = Array("aria-hidden".utf8)
  private static let roleKey = Array("role".utf8)

  private func hintedContext(of index: Int, in tree: HTMLTree, _ hints: ElementHintTable) -> BlockContext {
    var context: BlockContext = []
    let first = Int(tree.nodes[index].attribute_start)
    for attribute in tree.attributes[first..<first + Int(tree.nodes[index].attribute_count)] {
      let name = Int(attribute.name_start)
      let value = Int(attribute.value_start)..<Int(attribute.value_start + attribute.value_length)
      switch attribute.name_length {
      case 2: if tree.strings.hasBytes(Self.idKey, at: name) { context.formUnion(hints.context(of: tree.strings, in: value)) }
      case 4:
        if tree.strings.hasBytes(Self.roleKey, at: name) { context.formUnion(hints.context(of: tree.strings, in: value)) }
      case 5:
        if tree.strings.hasBytes(Self.classKey, at: name) {
          context.formUnion(hints.context(of: tree.strings, in: value))
        } else if tree.strings.hasBytes(Self.styleKey, at: name), Self.hides(tree.strings, value) {
          context.insert(.hidden)
        }
      case 6: if tree.strings.hasBytes(Self.hiddenKey, at: name) { context.insert(.hidden) }
      case 11:
        if tree.strings.hasBytes(Self.ariaHiddenKey, at: name), tree.strings.hasBytes(Array("true".utf8), at: value.lowerBound) {
          // Icons and copies for sighted readers; long text is only folded.
          if weights[index] < 120 { context.insert(.hidden) }
        }
      default: break
      }
    }
    return context
  }

  private static let hidingStyles = ["display:none", "visibility:hidden", "font-size:0;", "font-size:0px"].map { Array($0.utf8) }

  /// Whether a style attribute takes the element off the page.
  private static func hides(_ strings: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count >= 11 else { return false }
    var style: [UInt8] = []
    for byte in strings[range].prefix(400) where byte > 0x20 {
      style.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte)
    }
    for offset in style.indices
    where style[offset] == UInt8(ascii: "d") || style[offset] == UInt8(ascii: "v") || style[offset] == UInt8(ascii: "f") {
      for hiding in hidingStyles where style.hasBytes(hiding, at: offset) { return true }
    }
    return false
  }
}
