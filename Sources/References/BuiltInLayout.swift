internal import CReferences
package import ClaimModel
package import Knowledge

/// The layouts of tables that the program knows by name.
package enum BuiltInLayout: String, Sendable, CaseIterable {
  case epochModels = "epoch-models"
  case epochHardware = "epoch-hardware"

  package var layout: TableLayout {
    get throws(KnowledgeError) {
      let index: Int32 = self == .epochModels ? 0 : 1
      guard let bytes = unsafe kz_layout(index) else {
        throw KnowledgeError(file: rawValue, line: 0, problem: "the layout is not built in; build the program again")
      }
      let text = unsafe String(decoding: UnsafeBufferPointer(start: bytes, count: kz_layout_size(index)), as: UTF8.self)
      var reader = try EntryReader(text, file: "\(rawValue).yaml")
      let layout = try TableLayout(reading: &reader)
      try reader.finish()
      return layout
    }
  }

  /// The built-in layout whose subject and most of whose columns `header` has, without the columns that it lacks.
  package static func matching(_ header: [String]) throws(KnowledgeError) -> (name: String, layout: TableLayout)? {
    for known in allCases {
      var layout = try known.layout
      let present = layout.measures.filter { header.contains($0.column) }
      guard header.contains(layout.subject), present.count * 2 > layout.measures.count else { continue }
      layout.measures = present
      if let link = layout.link, !header.contains(link) { layout.link = nil }
      return (known.rawValue, layout)
    }
    return nil
  }
}
