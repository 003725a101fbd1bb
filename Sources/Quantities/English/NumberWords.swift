internal import Knowledge

/// What an English word does in a numeral.
enum NumberWord {
  /// one to nineteen.
  case small(Int)
  /// twenty to ninety.
  case tens(Int)
  case hundred
  case dozen
  case article
  case half
  /// quarter, third, fifth …: names of fractions that are ordinals too, but for the quarter.
  case ordinal(Int)
  case quarter
  case and, point
  /// couple, few, several.
  case couple, few
  /// pair, single: numbers only where nothing else is said.
  case pair, single
  /// doubled, tripled; the value as numerator over denominator.
  case multiple(Int, over: Int)
}

/// The English number words, found at any place of a text.
struct NumberWords: Sendable {
  private var trie = PhraseTrie()
  private var words: [NumberWord] = []

  struct Match {
    var word: NumberWord
    var end: Int
    var isPlural: Bool
  }

  init() {
    let small = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
      "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    for (value, word) in small.enumerated() { add(word, .small(value)) }
    for word in ["nought", "naught", "nil"] { add(word, .small(0)) }
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    for (index, word) in tens.enumerated() {
      add(word, .tens((index + 2) * 10))
      add(word.dropLast() + "ieth", .ordinal((index + 2) * 10))
    }
    let ordinals = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
      "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    ]
    for (index, word) in ordinals.enumerated() {
      add(word, .ordinal(index + 1))
      if index > 1 { add(word + "s", .ordinal(index + 1)) }
    }
    for (word, value) in [
      ("hundredth", 100), ("thousandth", 1000), ("millionth", 1_000_000), ("billionth", 1_000_000_000), ("trillionth", 1_000_000_000_000),
      ("quadrillionth", 1_000_000_000_000_000),
    ] {
      add(word, .ordinal(value))
      add(word + "s", .ordinal(value))
    }
    // twentyfirst, thirtytwo: written without their hyphen.
    for (index, word) in tens.enumerated() {
      for value in 1...9 {
        add(word + small[value], .small((index + 2) * 10 + value))
        add(word + ordinals[value - 1], .ordinal((index + 2) * 10 + value))
      }
    }
    for (word, kind) in Self.misspellings { add(word, kind) }
    for (word, kind) in [
      ("hundred", NumberWord.hundred), ("dozen", .dozen), ("quarter", .quarter),
    ] {
      add(word, kind)
      add(word + "s", kind)
    }
    for (word, kind) in [
      ("a", NumberWord.article), ("an", .article), ("half", .half), ("halves", .half), ("and", .and), ("point", .point),
      ("couple", .couple), ("few", .few), ("several", .few), ("pair", .pair), ("single", .single),
      ("&", .and),
    ] { add(word, kind) }
    for (words, value) in [
      (["doubled", "doubles", "doubling", "twice", "twofold", "two-fold"], 2),
      (["tripled", "triples", "tripling", "trebled", "threefold"], 3),
      (["quadrupled", "quadruples", "quadrupling", "fourfold"], 4), (["quintupled", "fivefold"], 5), (["sixfold"], 6), (["sevenfold"], 7),
      (["eightfold"], 8), (["ninefold"], 9), (["tenfold"], 10), (["twentyfold"], 20), (["hundredfold"], 100),
    ] { for word in words { add(word, .multiple(value, over: 1)) } }
    for word in ["halved", "halving"] { add(word, .multiple(1, over: 2)) }
  }

  /// Number words as they are often misspelled.
  private static let misspellings: [(String, NumberWord)] = [
    ("fourty", .tens(40)), ("ninty", .tens(90)), ("nineth", .ordinal(9)), ("twelth", .ordinal(12)), ("eigth", .ordinal(8)),
    ("fourtieth", .ordinal(40)),
  ]

  private mutating func add(_ word: some StringProtocol, _ kind: NumberWord) {
    words.append(kind)
    trie.insert(word.utf8, entry: words.count - 1)
  }

  /// Whether a word is in lower case behind its first letter, or all in capitals: not ZeRO.
  private func isPlainlyCased(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count > 1 else { return true }
    let isCapital = isUpper(text[range.lowerBound + 1])
    if isCapital, !isUpper(text[range.lowerBound]) { return false }
    return !text[range.lowerBound + 1..<range.upperBound].contains { isLetter($0) && isUpper($0) != isCapital }
  }

  /// The number word at `offset`, whole.
  func match(in text: [UInt8], at offset: Int) -> Match? {
    guard trie.canBegin(in: text, at: offset) else { return nil }
    var found: Match?
    trie.forEachMatch(in: text, at: offset) { end, entry in
      if end >= text.count || !isWordByte(text[end]), isPlainlyCased(text, offset..<end) {
        found = Match(word: words[entry], end: end, isPlural: lowered(text[end - 1]) == UInt8(ascii: "s"))
      }
    }
    return found
  }
}
