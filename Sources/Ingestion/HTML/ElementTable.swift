internal import CBridge
internal import SourceText

/// What is known of each node of a tree before its text is read: two passes, one entry per node.
struct ElementTable {
  private(set) var tags: [Tag]
  /// Whether a node lies in something that is never text, or is it.
  private(set) var isSkipped: [Bool]
  private(set) var isLinked: [Bool]
  private(set) var isPreformatted: [Bool]
  private(set) var contexts: [BlockContext]
  /// Characters below the node that are shown and not in links.
  private(set) var weights: [Int32]
  /// Lists around the node.
  private(set) var listDepths: [Int16]

  /// An element that holds more than this share of the page's text is not believed to be a sidebar or the like.
  private static let largestBoilerplateShare: Float = 0.4

  init(of tree: HTMLTree, tagTable: TagTable, hints: ElementHintTable) {
    let count = tree.nodes.count
    tags = [Tag](repeating: .other, count: count)
    isSkipped = [Bool](repeating: false, count: count)
    isLinked = isSkipped
    isPreformatted = isSkipped
    contexts = [BlockContext](repeating: [], count: count)
    weights = [Int32](repeating: 0, count: count)
    listDepths = [Int16](repeating: 0, count: count)
    guard count > 1 else { return }
    describe(tree, tagTable)
    for index in stride(from: count - 1, to: 0, by: -1) { weights[Int(tree.nodes[index].parent)] &+= weights[index] }
    findContexts(in: tree, hints)
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
        if !isSkipped[index], !isLinked[index] { weights[index] = Self.shownCharacters(in: tree.text, at: tree.textRange(of: index)) }
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

  private static func shownCharacters(in text: [UInt8], at range: Range<Int>) -> Int32 {
    var count: Int32 = 0
    for offset in range where text[offset] > 0x20 && text[offset] & 0xC0 != 0x80 { count &+= 1 }
    return count
  }

  private mutating func findContexts(in tree: HTMLTree, _ hints: ElementHintTable) {
    let largest = Float(weights[0]) * Self.largestBoilerplateShare
    for index in 1..<tree.nodes.count {
      let node = tree.nodes[index]
      var context = contexts[Int(node.parent)]
      defer { contexts[index] = context }
      guard node.kind == UInt8(kz_html_element.rawValue) else { continue }
      var own = Self.context(ofTag: tags[index])
      if node.attribute_count > 0, tags[index] != .body, tags[index] != .html, !isSkipped[index] {
        own.formUnion(hintedContext(of: index, in: tree, hints))
      }
      if Float(weights[index]) > largest, weights[0] > 200 { own.subtract(.boilerplate) }
      // A title's class says nothing of what lies around it.
      if own.contains(.titleHint), weights[index] > 200 { own.remove(.titleHint) }
      context.formUnion(own)
    }
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
          context.insert(.hidden)
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
    for offset in style.indices where style[offset] == UInt8(ascii: "d") || style[offset] == UInt8(ascii: "v") || style[offset] == UInt8(ascii: "f") {
      for hiding in hidingStyles where style.hasBytes(hiding, at: offset) { return true }
    }
    return false
  }
}
