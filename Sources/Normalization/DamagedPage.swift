/// The text of a page that shows the injection, and the words it has where it came through.
struct DamagedPage {
  /// UTF-8.
  let text: [UInt8]
  let vocabulary: PageVocabulary
}
