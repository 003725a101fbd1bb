/// What knowledge files say of characters and words whose form depends on script and region.
package struct WritingForms: Sendable {
  package var characters: [CharacterForm] = []
  /// Words in Traditional that ICU's `Hans-Hant` does not come to from their Simplified form.
  package var traditionalWords: [String] = []
  package var regionalWords: [RegionalWords] = []

  package init() {}
}

/// What becomes of a character, everywhere or in some words.
package struct CharacterForm: Hashable, Sendable {
  package enum Scope: Sendable {
    /// In the fold for matching and in texts converted to Simplified.
    case simplified
    /// In the fold for matching alone.
    case matching
    /// In Traditional texts as written in Hong Kong.
    case hongKong
  }

  /// A UTF-16 unit from U+0800 on, no surrogate, as `to`: three bytes of UTF-8 become three.
  let from: UInt16
  let to: UInt16
  /// In Traditional, found in either script; empty: everywhere.
  let words: [String]
  let scope: Scope

  /// Nil where either is not one character of three bytes.
  package init?(from: String, to: String, words: [String], scope: Scope) {
    guard let from = Self.unit(from), let to = Self.unit(to) else { return nil }
    self.from = from
    self.to = to
    self.words = words
    self.scope = scope
  }

  private static func unit(_ character: String) -> UInt16? {
    guard character.unicodeScalars.count == 1, character.utf8.count == 3 else { return nil }
    return character.utf16.first
  }
}

/// The words of three regions for one thing; the first of each is the one written, all are found.
package struct RegionalWords: Sendable {
  /// In Simplified for the mainland, in Traditional for the others.
  let words: [WritingRegion: [String]]
  /// The regions whose word can be put in.
  let into: Set<WritingRegion>

  package init(words: [WritingRegion: [String]], into: Set<WritingRegion>) {
    self.words = words
    self.into = into
  }
}

/// Whose words a text is written with.
package enum WritingRegion: String, Hashable, Sendable, CaseIterable {
  case mainland = "cn"
  case taiwan = "tw"
  case hongKong = "hk"
}
