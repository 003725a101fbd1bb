/// Which elements of a page are meant: `article`, `#content`, `.post`, `div.post`, `div#content`.
package struct ElementSelector: Hashable, Sendable {
  /// In lower case; nil for any element.
  package var tag: String?
  /// The whole id; its case counts.
  package var id: String?
  /// One of the element's classes; its case counts.
  package var className: String?

  /// Nil for a text that is neither a tag, an id or a class, nor a tag with one of them.
  package init?(_ text: String) {
    let tag = text.prefix { $0 != "#" && $0 != "." }
    let rest = text.dropFirst(tag.count)
    let name = rest.dropFirst()
    let marks: Set<Character> = ["#", ".", " ", ">", "[", "]", ":", ",", "*"]
    guard !text.isEmpty, rest.isEmpty || !name.isEmpty, !name.contains(where: marks.contains) else { return nil }
    guard tag.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return nil }
    self.tag = tag.isEmpty ? nil : tag.lowercased()
    if rest.first == "#" { id = String(name) }
    if rest.first == "." { className = String(name) }
  }

  /// As it is written.
  package var text: String { (tag ?? "") + (id.map { "#" + $0 } ?? "") + (className.map { "." + $0 } ?? "") }
}
