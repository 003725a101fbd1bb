/// Small frequent words, in lower case, by which English is told from other languages in Latin letters.
package struct LanguageWords: Hashable, Sendable {
  package var english: Set<String>
  package var foreign: Set<String>

  package init(english: Set<String> = [], foreign: Set<String> = []) {
    self.english = english
    self.foreign = foreign
  }

  /// Bytes of the longest of them.
  var longest: Int { english.union(foreign).map(\.utf8.count).max() ?? 0 }
}
