/// The text of a page that shows the injection, and the words it has where it came through.
struct DamagedPage {
  /// UTF-8.
  let text: [UInt8]
  let vocabulary: PageVocabulary
  /// Whether a tag's `<` that went with a lost byte is put back, so that the text can be parsed; else the rest of the tag goes.
  let isMarkup: Bool
}
