package import Knowledge
package import Normalization

extension WritingForms {
  /// What `knowledge` says of characters and words by script and region.
  package init(_ knowledge: Knowledge) {
    self.init()
    characters = knowledge.characters.entries.compactMap { entry in
      CharacterForm(from: entry.from, to: entry.to, words: entry.words, scope: .init(entry.scope))
    }
    traditionalWords = knowledge.traditional.entries.flatMap(\.words)
    regionalWords = knowledge.regions.entries.map { entry in
      RegionalWords(
        words: [.mainland: entry.mainland, .taiwan: entry.taiwan, .hongKong: entry.hongKong],
        into: Set(entry.into.compactMap { WritingRegion(rawValue: $0.rawValue) }))
    }
  }
}

extension CharacterForm.Scope {
  fileprivate init(_ scope: CharacterEntry.Scope) {
    switch scope {
    case .simplified: self = .simplified
    case .matching: self = .matching
    case .hk: self = .hongKong
    }
  }
}
