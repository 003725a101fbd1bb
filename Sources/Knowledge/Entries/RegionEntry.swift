/// One thing that the mainland, Taiwan and Hong Kong call differently: 软件, 軟體, 軟件.
package final class RegionEntry: LexiconEntry {
  package static let fileName = "regions"

  package enum Region: String, Sendable, CaseIterable {
    case cn, tw, hk
  }

  /// In Simplified; the first is the one written, all are found.
  package let mainland: [String]
  /// In Traditional.
  package let taiwan: [String]
  package let hongKong: [String]
  /// The regions whose words can be put in without a look at the sense.
  package let into: [Region]

  package var phrases: [Phrase] { (mainland + taiwan + hongKong).map { Phrase($0) } }

  package init(reading node: inout EntryReader) throws(KnowledgeError) {
    mainland = try node.strings("cn")
    taiwan = try node.strings("tw")
    let own = try node.strings("hk")
    hongKong = own.isEmpty ? taiwan : own
    guard !mainland.isEmpty, !taiwan.isEmpty else { throw node.error("the keys 'cn' and 'tw' must have a word each") }
    var into: [Region] = []
    for name in try node.strings("into") {
      guard let region = Region(rawValue: name) else { throw node.error("'into' has '\(name)'; write one or more of cn, tw, hk") }
      into.append(region)
    }
    self.into = into.isEmpty ? Region.allCases : into
  }

  package init(fields: inout FieldReader) throws(KnowledgeError) {
    mainland = try fields.strings()
    taiwan = try fields.strings()
    hongKong = try fields.strings()
    var into: [Region] = []
    for name in try fields.strings() {
      guard let region = Region(rawValue: name) else { throw FieldReader.damaged }
      into.append(region)
    }
    self.into = into
  }

  package func write(to fields: inout FieldWriter) {
    fields.strings(mainland)
    fields.strings(taiwan)
    fields.strings(hongKong)
    fields.strings(into.map(\.rawValue))
  }

  /// What `region` calls it, the word that is written first.
  package func words(of region: Region) -> [String] {
    switch region {
    case .cn: mainland
    case .tw: taiwan
    case .hk: hongKong
    }
  }
}
