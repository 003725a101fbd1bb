/// The fold by itself, for those who have a text and no document.
package struct MatchingFold {
  private let fold: SimplifiedFold

  package init(forms: WritingForms) { fold = SimplifiedFold(forms.characters) }

  /// `text` (UTF-8) as it is matched: Traditional folded to Simplified, every byte offset as it was. Cost: linear.
  package func callAsFunction(_ text: [UInt8]) -> [UInt8] { fold(text) }
}
