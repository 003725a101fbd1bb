import ClaimModel
import Testing

@testable import Normalization

/// The language of a block, by its characters and words.
@Suite struct LanguageTests {
  static let words = LanguageWords(
    english: ["the", "of", "and", "is", "was", "than", "by"], foreign: ["der", "und", "ist", "le", "est", "que", "de", "la", "los", "von"])

  @Test(
    arguments: [
      ("大模型的训练成本", .simplified),
      ("大模型的訓練成本", .traditional),
      ("人工智能", .simplified),
      ("我们比较了GPT-4、LLaMA-65B、PaLM和Claude", .simplified),
      ("The model was trained by Meta", .english),
      ("NVIDIA H100 Tensor Core GPU", .english),
      ("It is named after Ludwig von Beethoven", .english),
      ("DeepSeek (深度求索) was founded in Hangzhou by Liang Wenfeng (梁文锋) and it is now larger than most", .english),
      ("这个模型 is trained on two trillion tokens 然后再做微调 and evaluated 结果很好", .mixed),
      ("详见https://www.example.com/a/very/long/address.html", .simplified),
      ("Das Modell ist größer und schneller", .other),
      ("Le modèle est plus grand", .other),
      ("このモデルは大規模な言語モデルです", .other),
      ("이 모델은 언어 모델입니다", .other),
      ("Эта модель больше", .other),
      ("2023-08-09, 35%", nil),
      ("", nil),
    ] as [(String, BlockLanguage?)])
  func isToldByCharactersAndWords(text: String, language: BlockLanguage?) {
    let document = Normalization(languageWords: Self.words)(Document(text: text))
    #expect(document.blocks.map(\.language) == [language])
  }

  /// Where nothing in a block tells the script, the rest of the document does.
  @Test func aBlockTakesTheScriptOfItsDocument() {
    let document = Normalization(languageWords: Self.words)(Document(text: "人工智能\n大模型的訓練成本\nThe price of a chip"))
    #expect(document.blocks.map(\.language) == [.traditional, .traditional, .english])
  }
}
