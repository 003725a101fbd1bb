import CBridge
import Testing

/// A page as the bridge parses it, copied out of C.
struct ParsedPage {
  let nodes: [kz_html_node]
  let attributes: [kz_html_attribute]
  let mapped: MappedText
  let strings: [UInt8]
  let caps: UInt32
  let errorCount: UInt32

  var source: [UInt8] { mapped.source }

  init(_ html: String) throws {
    try self.init(bytes: Array(html.utf8))
  }

  init(bytes: [UInt8]) throws {
    let parser = try unsafe #require(unsafe kz_html_parser_open())
    defer { unsafe kz_html_parser_close(parser) }
    var tree = unsafe kz_html_tree()
    let status = unsafe kz_html_parse(parser, bytes, bytes.count, &tree)
    try #require(status == kz_status_ok)
    nodes = unsafe copied(tree.nodes, tree.node_count)
    attributes = unsafe copied(tree.attributes, tree.attribute_count)
    strings = unsafe copied(tree.strings, tree.strings_length)
    mapped = MappedText(
      source: bytes, text: unsafe copied(tree.text, tree.text_length), runs: unsafe copied(tree.runs, tree.run_count))
    caps = unsafe tree.caps
    errorCount = unsafe tree.error_count
  }

  /// The tree in one line: `p[b["text"] br]`. Whole pages begin with `html[`.
  var outline: String { children(of: 0).map(outline(of:)).joined(separator: " ") }

  private func outline(of index: Int) -> String {
    guard nodes[index].isElement else { return "\"\(text(of: index))\"" }
    let inner = children(of: index).map(outline(of:)).joined(separator: " ")
    return inner.isEmpty ? name(of: index) : "\(name(of: index))[\(inner)]"
  }

  func children(of index: Int) -> [Int] {
    var children: [Int] = []
    var child = index + 1
    while child < Int(nodes[index].subtree_end) {
      children.append(child)
      child = Int(nodes[child].subtree_end)
    }
    return children
  }

  func name(of index: Int) -> String { string(nodes[index].name_start, nodes[index].name_length) }

  func text(of index: Int) -> String { String(decoding: mapped.text[nodes[index].textRange], as: UTF8.self) }

  func source(of index: Int) -> String { String(decoding: source[nodes[index].sourceRange], as: UTF8.self) }

  func string(_ start: UInt32, _ length: UInt32) -> String {
    String(decoding: strings[Int(start)..<Int(start) + Int(length)], as: UTF8.self)
  }

  func firstElement(named wanted: String) -> Int? {
    nodes.indices.dropFirst().first { nodes[$0].isElement && name(of: $0) == wanted }
  }

  func attributes(of index: Int) -> [String] {
    let start = Int(nodes[index].attribute_start)
    return attributes[start..<start + Int(nodes[index].attribute_count)].map {
      "\(string($0.name_start, $0.name_length))=\(string($0.value_start, $0.value_length))"
    }
  }

  /// Everything that breaks a promise of CBridge.h.
  func problems() -> [String] {
    var problems = mapped.problems()
    var textEnd = 0
    for (index, node) in nodes.enumerated() {
      let parent = nodes[Int(node.parent)]
      if index > 0 && node.parent >= index { problems.append("node \(index) comes before its parent") }
      if node.subtree_end <= index || node.subtree_end > parent.subtree_end {
        problems.append("node \(index) is not nested")
      }
      let isInside = node.source_start >= parent.source_start && node.source_end <= parent.source_end
      if node.source_start > node.source_end || !isInside { problems.append("node \(index) leaves its parent's source") }
      guard !node.isElement else { continue }
      if Int(node.text_start) != textEnd || node.text_length == 0 {
        problems.append("text of node \(index) does not follow on")
      }
      textEnd = node.textRange.upperBound
    }
    if nodes[0].sourceRange != 0..<source.count { problems.append("the root is not the page") }
    if textEnd != mapped.text.count { problems.append("text belongs to no node") }
    return problems
  }
}

extension kz_html_node {
  var isElement: Bool { kind == UInt8(kz_html_element.rawValue) }
  var textRange: Range<Int> { Int(text_start)..<Int(text_start) + Int(text_length) }
  var sourceRange: Range<Int> { Int(source_start)..<Int(source_end) }
}

/// An array of C's, whose start may be null when it is empty.
func copied<Element>(_ start: UnsafePointer<Element>?, _ count: Int) -> [Element] {
  unsafe Array(UnsafeBufferPointer(start: start, count: count))
}
