/// A phrase of the lexicons that a run of Han characters may hold.
package struct SegmentationTerm: Hashable, Sendable {
  package enum Kind: Int, Hashable, Sendable, CaseIterable {
    /// A name of the catalog: 台积电.
    case name
    /// A word of a field that general lists of words lack: 大模型, 数据中心.
    case term
    /// Words by which figures are read, not always one word: 算力, but also 花了.
    case phrase
    /// A measure word or unit: 张, 公里.
    case measure
    /// A family name of one character: 张.
    case surname
  }

  /// In Simplified characters.
  package var text: String
  package var kind: Kind

  package init(text: String, kind: Kind) {
    self.text = text
    self.kind = kind
  }
}
