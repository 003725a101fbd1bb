import SourceText

/// Which characters follow which on the page itself, where it came through: names and words that no table has.
///
/// A damaged phrase often stands elsewhere on its page whole. Counted once per damaged page.
struct PageVocabulary {
  /// How many bytes behind a `?` are left out: a shifted span is rarely longer, and its garbage must not speak for itself.
  private static let distrusted = 40
  /// How often a character has to be counted before the page is believed as much as all other text.
  private static let halfBelief = 2

  /// What a pair costs that is new on the page, beside its second character's share of the page, in sixteenths: 3 bits.
  private static let newPairCost = 4 * CharacterModel.bit

  /// What a triple costs beside its own cost: 1 bit.
  private static let tripleCost = CharacterModel.bit

  private var pairs: [UInt64: UInt32] = [:]
  private var singles: [UInt32: UInt32] = [:]
  private var total = 1
  private let model: CharacterModel
  private let triples: TripleModel
  private let fold: SimplifiedFold
  /// Characters seen as they stand.
  private var seen: Set<UInt32> = []

  /// Counts `text` with its glosses passed over, and what is in `guesses`, ascending, left out. Cost: linear.
  init(of text: [UInt8], model: CharacterModel, triples: TripleModel, fold: SimplifiedFold, except guesses: [Range<Int>] = []) {
    var guess = guesses.makeIterator()
    var nextGuess = guess.next()
    self.model = model
    self.triples = triples
    self.fold = fold
    var position = 0
    var previous = CharacterModel.boundary
    var trustedFrom = 0
    while position < text.count {
      if text[position] == 0x28, let gloss = Gloss(at: position, in: text) {
        position = gloss.span.upperBound
        continue
      }
      let (value, width) = text.scalar(at: position)
      position += width
      if value == 0x3F || (0xE000...0xF8FF).contains(value) { trustedFrom = position + PageVocabulary.distrusted }
      if let found = nextGuess, position > found.lowerBound {
        trustedFrom = found.upperBound + 1
        nextGuess = guess.next()
      }
      let next = value == 0x0A ? CharacterModel.boundary : kind(of: value)
      if position >= trustedFrom {
        count(next, after: previous)
        seen.insert(value)
      }
      previous = next
    }
  }

  /// What `next` costs behind `previous`, both as they stand in the text, in sixteenths of a bit.
  /// `first` stands before `previous`.
  func cost(of next: UInt32, after first: UInt32, _ previous: UInt32) -> Int {
    let (next, first, previous) = (kind(of: next), kind(of: first), kind(of: previous))
    var general = model.cost(of: next, after: previous)
    if let cost = triples.cost(of: next, after: first, previous) { general = min(general, cost + PageVocabulary.tripleCost) }
    guard let pair = pairs[key(previous, next)], let single = singles[previous] else {
      guard let single = singles[next], single > 1 else { return general }
      return min(general, logarithm(of: total) - logarithm(of: Int(single)) + PageVocabulary.newPairCost)
    }
    return min(general, logarithm(of: Int(single) + PageVocabulary.halfBelief) - logarithm(of: Int(pair)))
  }

  /// Whether `character` stands nowhere on the page where others of its kind do: a sign, or the Simplified form of another
  /// one, since the page was made Traditional before it was damaged.
  func isForeign(_ character: UInt32) -> Bool {
    let isSign = (0x2010...0x303F).contains(character) || (0xFF01...0xFFEF).contains(character)
    return (isSign || fold.isSimplified(character)) && !seen.contains(character) && !seen.contains(CharacterModel.kind(of: character))
  }

  /// Whether a space stands behind `character` on the page, and no digit.
  func isSpaced(after character: UInt32) -> Bool {
    let previous = kind(of: character)
    return pairs[key(previous, 0x20), default: 0] > 1 && pairs[key(previous, 0x30)] == nil
  }

  private mutating func count(_ next: UInt32, after previous: UInt32) {
    singles[previous, default: 0] &+= 1
    total += 1
    pairs[key(previous, next), default: 0] &+= 1
  }

  private func kind(of character: UInt32) -> UInt32 { CharacterModel.kind(of: fold.simplified(character)) }
  private func key(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

  /// log2 in sixteenths, between powers of two on a straight line: at most a sixteenth and a half too small.
  private func logarithm(of number: Int) -> Int {
    let power = Int.bitWidth - 1 - number.leadingZeroBitCount
    return power * CharacterModel.bit + ((number - (1 << power)) * CharacterModel.bit) >> power
  }
}
