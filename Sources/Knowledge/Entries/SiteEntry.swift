package import ClaimModel

/// What is known of the pages of one site: which elements hold the article, which never belong to it.
package final class SiteEntry: LexiconEntry {
  package static let fileName = "sites"

  /// Names of hosts in lower case; what stands before them (`www.`, `zh.`) is of the site, too.
  package let hosts: [String]
  package let keep: [ElementSelector]
  package let drop: [ElementSelector]

  package var phrases: [Phrase] { hosts.map { Phrase($0) } }

  package init(reading node: inout EntryReader) throws(KnowledgeError) {
    hosts = try node.strings("site").map { $0.lowercased() }
    for host in hosts where !host.contains(".") || host.contains(where: { "/:? ".contains($0) }) {
      throw node.error("'\(host)' is no name of a host; write it without 'https://' and without a path, such as example.org")
    }
    keep = try Self.selectors("keep", of: &node)
    drop = try Self.selectors("drop", of: &node)
    guard !keep.isEmpty || !drop.isEmpty else { throw node.error("the entry says nothing; add `keep:` or `drop:` with elements") }
  }

  private static func selectors(_ key: String, of node: inout EntryReader) throws(KnowledgeError) -> [ElementSelector] {
    var selectors: [ElementSelector] = []
    for text in try node.strings(key) {
      guard let selector = ElementSelector(text) else {
        throw node.error("'\(text)' in '\(key)' is no element; write one tag, #id or .class, or a tag with one of them: div.post")
      }
      selectors.append(selector)
    }
    return selectors
  }

  package init(fields: inout FieldReader) throws(KnowledgeError) {
    hosts = try fields.strings()
    keep = try fields.strings().compactMap { ElementSelector($0) }
    drop = try fields.strings().compactMap { ElementSelector($0) }
  }

  package func write(to fields: inout FieldWriter) {
    fields.strings(hosts)
    fields.strings(keep.map(\.text))
    fields.strings(drop.map(\.text))
  }
}
