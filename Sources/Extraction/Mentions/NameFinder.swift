internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Finds names: those of the catalog, with the version behind them, and Latin words that look like names.
struct NameFinder {
  private let knowledge: Knowledge
  /// The page's own words.
  private let text: [UInt8]
  /// The same, Simplified: what the catalog is matched against.
  private let view: [UInt8]

  init(knowledge: Knowledge, text: [UInt8], view: [UInt8]) {
    self.knowledge = knowledge
    self.text = text
    self.view = view
  }

  /// The names in `range`, in text order, not overlapping; the longest where several begin at one place.
  func names(in range: Range<Int>) -> [NameMention] {
    var found: [NameMention] = []
    var position = range.lowerBound
    while position < range.upperBound {
      if let name = catalogName(at: position, limit: range.upperBound) ?? formName(at: position, sentence: range)
        ?? identifierName(at: position, limit: range.upperBound)
      {
        found.append(name)
        position = name.range.upperBound
      } else {
        position = skipWord(from: position, limit: range.upperBound)
      }
    }
    return found
  }

  private func catalogName(at position: Int, limit: Int) -> NameMention? {
    guard let match = knowledge.names.longestMatch(in: view, at: position), match.range.upperBound <= limit else { return nil }
    var end = match.range.upperBound
    if isWordByte(view[end - 1]) { end = versionEnd(from: end, limit: limit) }
    let isExtended = end > match.range.upperBound
    let name = text.string(position..<end)
    let canonical = isExtended ? name.lowercased() : match.entry.name.lowercased()
    return NameMention(range: position..<end, name: name, canonical: canonical, kind: match.entry.kind, isKnown: true)
  }

  /// Where a version or size behind a name ends: `-65B`, `-7B-Chat`, ` 3.5`, ` 2`, `-4`.
  private func versionEnd(from start: Int, limit: Int) -> Int {
    var end = start
    while end < limit {
      var next = end
      let isHyphen = view[next] == UInt8(ascii: "-")
      guard isHyphen || view[next] == 0x20 else { break }
      next += 1
      let wordStart = next
      while next < limit, isWordByte(view[next]) || (view[next] == UInt8(ascii: ".") && isDigit(next + 1, limit)) { next += 1 }
      guard next > wordStart, isHyphen || looksLikeVersion(wordStart..<next) else { break }
      end = next
    }
    return end
  }

  /// Whether a word behind a space belongs to the name: `3.5`, `7B`, `V2`, but no year and no count before a noun.
  private func looksLikeVersion(_ word: Range<Int>) -> Bool {
    guard word.count <= 5, word.contains(where: { view[$0] >= 0x30 && view[$0] <= 0x39 }) else { return false }
    let digits = word.filter { view[$0] >= 0x30 && view[$0] <= 0x39 }.count
    if digits == word.count { return digits <= 1 && !followedByUnit(word.upperBound) }
    return view[word.lowerBound] == UInt8(ascii: "V") || view[word.lowerBound] == UInt8(ascii: "v")
      || view[word.upperBound - 1] == UInt8(ascii: "B") || view[word].contains(UInt8(ascii: "."))
  }

  /// Whether what stands behind a number makes it a figure: 万, %, a Han measure word, another word in lower case.
  private func followedByUnit(_ offset: Int) -> Bool {
    guard offset < view.count else { return false }
    let next = view[offset] == 0x20 && offset + 1 < view.count ? offset + 1 : offset
    let (scalar, _) = view.scalar(at: next)
    return isHan(scalar) || scalar == 0x25 || (scalar >= 0x61 && scalar <= 0x7A)
  }

  // MARK: names told by their form

  /// A run of capitalized or mixed Latin words: `Perceptron Mark I`, `ResNeXt-101`, `Lunar Society`.
  private func formName(at position: Int, sentence: Range<Int>) -> NameMention? {
    guard isUpper(view[position]), position == sentence.lowerBound || !isWordByte(view[position - 1]) else { return nil }
    var end = position
    var words = 0
    while let word = latinWord(at: end, limit: sentence.upperBound), isNameWord(word), !isOrdinaryWord(word) {
      // FP16 ChatGLM-6B is the known name with a word before it.
      if words > 0, catalogName(at: word.lowerBound, limit: sentence.upperBound) != nil { break }
      end = word.upperBound
      words += 1
      guard end < sentence.upperBound, view[end] == 0x20 else { break }
      guard let next = latinWord(at: end + 1, limit: sentence.upperBound), isNameWord(next) else { break }
      end += 1
    }
    while end > position, view[end - 1] == 0x20 { end -= 1 }
    guard words > 0 else { return nil }
    let range = position..<end
    guard words > 1 || range.count > 1, isPlausible(range, wordCount: words, sentence: sentence) else { return nil }
    let name = text.string(range)
    return NameMention(range: range, name: name, canonical: name.lowercased(), kind: guessedKind(of: range), isKnown: false)
  }

  /// Whether a capitalized word is one of the language's own: The, However, Release.
  private func isOrdinaryWord(_ word: Range<Int>) -> Bool {
    guard let match = knowledge.cues.longestMatch(in: view, at: word.lowerBound), match.range.upperBound >= word.upperBound else {
      return false
    }
    return Self.kind(hintedBy: match.entry.kind) == nil
  }

  /// A name as files and model hubs write it, in small letters with hyphens and digits: moss-moon-003-sft, bert-base-uncased.
  private func identifierName(at position: Int, limit: Int) -> NameMention? {
    guard position == 0 || !isWordByte(view[position - 1]), let word = latinWord(at: position, limit: limit) else { return nil }
    let letters = view[word]
    guard letters.count >= 8, letters.contains(UInt8(ascii: "-")), letters.contains(where: { $0 >= 0x30 && $0 <= 0x39 }),
      letters.first.map({ $0 >= 0x61 && $0 <= 0x7A }) ?? false, !letters.contains(where: isUpper)
    else { return nil }
    let name = text.string(word)
    return NameMention(range: word, name: name, canonical: name, kind: .model, isKnown: false)
  }

  /// In English text a capital at the sentence's start says nothing; a digit, a second capital or a second word does.
  private func isPlausible(_ range: Range<Int>, wordCount: Int, sentence: Range<Int>) -> Bool {
    let start = sentence.lowerBound
    guard range.lowerBound == start, wordCount == 1 else { return true }
    return view[range].dropFirst().contains { isUpper($0) || ($0 >= 0x30 && $0 <= 0x39) } || isHanBehind(range.upperBound)
  }

  private func isHanBehind(_ offset: Int) -> Bool {
    offset < view.count && isHan(view.scalar(at: offset).value)
  }

  private func latinWord(at position: Int, limit: Int) -> Range<Int>? {
    guard position < limit, isWordByte(view[position]) else { return nil }
    var end = position
    while end < limit {
      let byte = view[end]
      let joins =
        (byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+")) && end + 1 < limit
        && isWordByte(view[end + 1])
      guard isWordByte(byte) || joins else { break }
      end += 1
    }
    return position..<end
  }

  private func isNameWord(_ word: Range<Int>) -> Bool { isUpper(view[word.lowerBound]) }

  /// What a name is by its form and neighbors.
  private func guessedKind(of range: Range<Int>) -> SubjectKind {
    let hasSize = hasSizeSuffix(range)
    if hasSize { return .model }
    return hint(at: range.upperBound) ?? hint(endingAt: range.lowerBound) ?? .other
  }

  /// The kind that a word right behind a name tells.
  private func hint(at offset: Int) -> SubjectKind? {
    let start = offset < view.count && view[offset] == 0x20 ? offset + 1 : offset
    return knowledge.cues.longestMatch(in: view, at: start).flatMap { Self.kind(hintedBy: $0.entry.kind) }
  }

  /// The kind that a word right before a name tells; such words are at most 18 bytes long.
  private func hint(endingAt offset: Int) -> SubjectKind? {
    for start in stride(from: offset - 1, through: max(0, offset - 18), by: -1) {
      guard let match = knowledge.cues.longestMatch(in: view, at: start) else { continue }
      let gap = offset - match.range.upperBound
      guard gap == 0 || (gap == 1 && view[match.range.upperBound] == 0x20) else { continue }
      if let kind = Self.kind(hintedBy: match.entry.kind) { return kind }
    }
    return nil
  }

  private static func kind(hintedBy cue: CueEntry.Kind) -> SubjectKind? {
    switch cue {
    case .modelHint: .model
    case .organizationHint: .organization
    case .datasetHint: .dataset
    case .personHint: .person
    default: nil
    }
  }

  /// Whether a name ends in a size such as `-65B` or `7B`.
  private func hasSizeSuffix(_ range: Range<Int>) -> Bool {
    view[range.upperBound - 1] | 0x20 == UInt8(ascii: "b") && range.count > 2 && isDigit(range.upperBound - 2, view.count)
  }

  private func skipWord(from position: Int, limit: Int) -> Int {
    if !isWordByte(view[position]) { return min(limit, position + view.scalar(at: position).width) }
    var next = position
    while next < limit, isWordByte(view[next]) { next += 1 }
    return next
  }

  private func isDigit(_ offset: Int, _ limit: Int) -> Bool { offset < limit && view[offset] >= 0x30 && view[offset] <= 0x39 }
  private func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
}
