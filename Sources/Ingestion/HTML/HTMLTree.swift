internal import CBridge
internal import SourceText

/// The space of the characters of a page's text nodes, entities replaced, one node after the other.
enum TreeText {}

/// A parsed page as flat arrays, copied out of the bridge.
///
/// Node 0 is a root without a tag. A node's subtree is the range from its index to its `subtree_end`.
struct HTMLTree {
  let nodes: [kz_html_node]
  let attributes: [kz_html_attribute]
  /// UTF-8 of all text nodes.
  let text: [UInt8]
  /// Tag and attribute names and values.
  let strings: [UInt8]
  /// From `text` to the decoded page.
  let runs: [kz_run]
  let caps: UInt32

  init(copying tree: kz_html_tree) {
    nodes = unsafe Array(UnsafeBufferPointer(start: tree.nodes, count: tree.node_count))
    attributes = unsafe Array(UnsafeBufferPointer(start: tree.attributes, count: tree.attribute_count))
    text = unsafe Array(UnsafeBufferPointer(start: tree.text, count: tree.text_length))
    strings = unsafe Array(UnsafeBufferPointer(start: tree.strings, count: tree.strings_length))
    runs = unsafe Array(UnsafeBufferPointer(start: tree.runs, count: tree.run_count))
    caps = unsafe tree.caps
  }

  var map: OffsetMap<TreeText, DecodedText> {
    var map = OffsetMap<TreeText, DecodedText>()
    for run in runs {
      map.append(
        .init(from: Int(run.from), to: Int(run.to), count: Int(run.count), fromWidth: Int(run.from_width), toWidth: Int(run.to_width)))
    }
    return map
  }

  /// The text node's characters, a range of `text`.
  func textRange(of node: Int) -> Range<Int> {
    let start = Int(nodes[node].text_start)
    return start..<start + Int(nodes[node].text_length)
  }

  /// The value of an attribute, a range of `strings`; nil where the element has none of that name.
  func value(of name: [UInt8], at node: Int) -> Range<Int>? {
    let first = Int(nodes[node].attribute_start)
    for index in first..<first + Int(nodes[node].attribute_count) {
      let attribute = attributes[index]
      guard Int(attribute.name_length) == name.count, strings.hasBytes(name, at: Int(attribute.name_start)) else { continue }
      let start = Int(attribute.value_start)
      return start..<start + Int(attribute.value_length)
    }
    return nil
  }

  func string(of name: [UInt8], at node: Int) -> String? {
    value(of: name, at: node).map { strings.string($0) }
  }

  /// All characters below `node`, script and style included.
  func innerText(of node: Int) -> [UInt8] {
    var result: [UInt8] = []
    for index in node..<Int(nodes[node].subtree_end) where nodes[index].kind == UInt8(kz_html_text.rawValue) {
      result += text[textRange(of: index)]
    }
    return result
  }
}
