/// Cuts runs of Han characters into the row of words that costs least.
///
/// Words are those of the table of counts, terms of the lexicons, words that ICU cut, and names of persons by their form. Costs are
/// in sixteenths of a bit. Those of what no table counts were chosen on the sentences of `Corpus/segmentation`, where a bit or two
/// more or less changes F1 by less than 0.005.
struct WordLattice {
  struct Word: Hashable {
    var range: Range<Int>
    var isName: Bool
  }

  private enum Cost {
    /// A name of the catalog, a word of the field: as much as a frequent word, so that hardly a row without it is cheaper.
    static let name = 8 * CharacterModel.bit
    /// A short phrase of another lexicon that the table lacks: as much as a rare word; cheaper than two characters that seldom stand
    /// alone, dearer than a word and 了.
    static let phrase = 22 * CharacterModel.bit
    /// A word of ICU's that the table lacks.
    static let cut = 27 * CharacterModel.bit
    /// A character that is no word of the table.
    static let unseen = 24 * CharacterModel.bit
    /// Added for words of four characters and more, which a list of words often has where two words are meant: 经济损失.
    static let compound = 6 * CharacterModel.bit
    /// That a person is named, and each character of a given name: about one of 2,000.
    static let person = 12 * CharacterModel.bit
    static let givenName = 11 * CharacterModel.bit
  }

  /// Phrases longer than this are rows of words: 参数规模.
  private static let longestPhrase = 3

  private let words = WordModel()
  private let terms: TermTrie

  init(terms: [SegmentationTerm]) { self.terms = TermTrie(terms) }

  /// Whether a UTF-16 unit is a Han ideograph of the Basic Multilingual Plane.
  static func isHanUnit(_ unit: UInt16) -> Bool { (0x4E00...0x9FFF).contains(unit) || (0x3400...0x4DBF).contains(unit) }

  /// The words of `run` (UTF-16, Simplified, Han alone), in order and without gaps. `cutEnds` says by place where the word of ICU that
  /// begins there ends, zero where none does; its indices are those of `run`.
  ///
  /// Cost: linear.
  func words(of run: ArraySlice<UInt16>, cutEnds: [Int]) -> [Word] {
    let start = run.startIndex
    var best = [Step](repeating: Step(), count: run.count + 1)
    best[0].cost = 0
    for position in run.indices {
      let cost = best[position - start].cost
      forEachWord(in: run, at: position, cutEnd: cutEnds[position]) { end, price, isName in
        guard cost + price < best[end - start].cost else { return }
        best[end - start] = Step(cost: cost + price, start: position, isName: isName)
      }
    }
    var words: [Word] = []
    var end = run.endIndex
    while end > start {
      let step = best[end - start]
      words.append(Word(range: step.start..<end, isName: step.isName))
      end = step.start
    }
    return words.reversed()
  }

  /// The cheapest row up to a place: what it costs, and where its last word begins.
  private struct Step {
    var cost = Int.max
    var start = 0
    var isName = false
  }

  private func forEachWord(
    in run: ArraySlice<UInt16>, at start: Int, cutEnd: Int, _ body: (_ end: Int, _ cost: Int, _ isName: Bool) -> Void
  ) {
    terms.forEachTerm(in: run, at: start) { end, kinds in
      if kinds.contains(.name) {
        body(end, Cost.name, true)
      } else if kinds.contains(.term) {
        body(end, Cost.name, false)
      } else if kinds.contains(.phrase), (2...Self.longestPhrase).contains(end - start) {
        body(end, Cost.phrase, false)
      }
    }
    for length in 1...WordModel.longestWord where start + length <= run.endIndex {
      let word = start..<start + length
      if length > 1, isCounted(word, in: run) { continue }
      if let cost = words.cost(of: run[word]) {
        body(word.upperBound, length > 3 ? cost + Cost.compound : cost, false)
      } else if length == 1 {
        body(word.upperBound, Cost.unseen, false)
      }
    }
    if cutEnd > start + 1, cutEnd <= run.endIndex, !isCounted(start..<cutEnd, in: run) { body(cutEnd, Cost.cut, false) }
    guard terms.has(.surname, in: run, at: start..<start + 1) else { return }
    let surname = (words.cost(of: run[start..<start + 1]) ?? Cost.unseen) / 2
    for length in 2...3 where start + length <= run.endIndex {
      body(start + length, Cost.person + surname + Cost.givenName * (length - 1), false)
    }
  }

  /// Whether a word is a number or 每, 这 and the like with a measure word, which are two: 一张, 每年.
  ///
  /// 这个 and 那个 have become one.
  private func isCounted(_ word: Range<Int>, in run: ArraySlice<UInt16>) -> Bool {
    let first = run[word.lowerBound]
    let rest = word.lowerBound + 1..<word.upperBound
    // 第七条: an ordinal and a measure word.
    if first == 0x7B2C, rest.count > 1 { return terms.has(.measure, in: run, at: word.upperBound - 1..<word.upperBound) }
    guard Self.counting.contains(first), terms.has(.measure, in: run, at: rest) else { return false }
    return rest.count > 1 || run[rest.lowerBound] != 0x4E2A || (first != 0x8FD9 && first != 0x90A3)
  }

  /// 一 to 九, 两, 十, 几, 半, 每, 这, 那, 此, 本, 第.
  private static let counting: Set<UInt16> = Set("一二三四五六七八九两十几半每这那此本第".utf16)
}
