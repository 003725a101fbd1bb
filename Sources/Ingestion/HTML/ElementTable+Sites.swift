internal import CBridge
internal import ClaimModel
internal import SourceText

/// What is known of a site's elements, over what their names suggest.
extension ElementTable {
  /// Marks what lies in the elements that `rule` names. What surrounds an element that holds the article says nothing against it.
  ///
  /// Time is linear in the nodes.
  mutating func apply(_ rule: SiteRule, in tree: HTMLTree) {
    guard tree.nodes.count > 1 else { return }
    var marks = [BlockContext](repeating: [], count: tree.nodes.count)
    var outer = marks
    for index in 1..<tree.nodes.count {
      let parent = Int(tree.nodes[index].parent)
      marks[index] = marks[parent]
      outer[index] = outer[parent]
      if tree.nodes[index].kind == UInt8(kz_html_element.rawValue) {
        if rule.keep.contains(where: { names($0, index, in: tree) }) {
          marks[index].insert(.siteArticle)
          outer[index].formUnion(contexts[index].intersection(.boilerplate))
        }
        if rule.drop.contains(where: { names($0, index, in: tree) }) { marks[index].insert(.siteBoilerplate) }
      }
      change(contextOf: index, adding: marks[index], removing: outer[index])
    }
  }

  private static let classKey = Array("class".utf8)
  private static let idKey = Array("id".utf8)

  private func names(_ selector: ElementSelector, _ index: Int, in tree: HTMLTree) -> Bool {
    let node = tree.nodes[index]
    if let tag = selector.tag {
      let name = Int(node.name_start)..<Int(node.name_start + node.name_length)
      guard tree.strings[name].elementsEqual(tag.utf8) else { return false }
    }
    if let id = selector.id {
      guard let value = tree.value(of: Self.idKey, at: index), tree.strings[value].elementsEqual(id.utf8) else { return false }
    }
    if let className = selector.className {
      guard let value = tree.value(of: Self.classKey, at: index) else { return false }
      return tree.strings[value].split(whereSeparator: { $0 <= 0x20 }).contains { $0.elementsEqual(className.utf8) }
    }
    return true
  }
}
