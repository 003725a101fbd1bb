/// The language and script of a block.
package enum BlockLanguage: String, Hashable, Sendable, CaseIterable {
  case simplified = "zh-Hans"
  case traditional = "zh-Hant"
  case english = "en"
  /// Chinese and a Latin-script language, each a good part of the text.
  case mixed
  /// Another language than Chinese and English.
  case other
}
