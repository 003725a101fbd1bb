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
  private let versions: VersionReader

  init(knowledge: Knowledge, text: [UInt8], view: [UInt8]) {
    self.knowledge = knowledge
    self.text = text
    self.view = view
    versions = VersionReader(knowledge: knowledge, view: view)
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
    let isLatin = isWordByte(view[end - 1]) || (end < limit && view[end] == UInt8(ascii: "-"))
    end = isLatin ? versions.end(from: end, limit: limit) : generationEnd(from: end, limit: limit)
    // Google-Anthropic is no version of Google.
    if match.entry.kind == .organization, view[match.range.upperBound..<end].first == UInt8(ascii: "-"),
      !view[match.range.upperBound..<end].contains(where: { $0 >= 0x30 && $0 <= 0x39 })
    {
      end = match.range.upperBound
    }
    let isExtended = end > match.range.upperBound
    let name = text.string(position..<end)
    let canonical = isExtended ? name.lowercased() : match.entry.name.lowercased()
    // Mistral Large 2: what has a version is no company, but what it makes.
    let kind = isExtended && match.entry.kind == .organization ? .model : match.entry.kind
    return NameMention(range: position..<end, name: name, canonical: canonical, kind: kind, isKnown: true)
  }

  /// Where the generation behind a Han name ends: 二号, 三代.
  private func generationEnd(from start: Int, limit: Int) -> Int {
    guard start + 6 <= limit, Self.hanDigits.contains(view.scalar(at: start).value),
      Self.generations.contains(view.scalar(at: start + 3).value)
    else { return start }
    return start + 6
  }

  /// 一 to 十.
  private static let hanDigits: Set<UInt32> = [0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341]
  /// 号 and 代.
  private static let generations: Set<UInt32> = [0x53F7, 0x4EE3]

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
    let range = position..<productEnd(of: position..<end, limit: sentence.upperBound)
    guard words > 1 || range.count > 1, isPlausible(range, wordCount: words, sentence: sentence) else { return nil }
    let name = text.string(range)
    return NameMention(range: range, name: name, canonical: name.lowercased(), kind: guessedKind(of: range), isKnown: false)
  }

  /// Where a name ends with its version, or with the number of a series: `Wu Dao` + ` 2.0`, `GTX` + ` 580`.
  private func productEnd(of name: Range<Int>, limit: Int) -> Int {
    let end = versions.end(from: name.upperBound, limit: limit)
    guard end == name.upperBound, (2...4).contains(name.count), name.allSatisfy({ isUpper(view[$0]) }),
      end < limit, view[end] == 0x20, knowledge.units.longestMatch(in: view, at: name.lowerBound) == nil,
      let number = latinWord(at: end + 1, limit: limit), (3...4).contains(number.count),
      number.allSatisfy({ isDigit($0, limit) }),
      knowledge.multipliers.longestMatch(in: view, at: number.upperBound, afterDigits: true) == nil
    else { return end }
    return number.upperBound
  }

  /// Whether a capitalized word is one of the language's own: The, However, Release.
  private func isOrdinaryWord(_ word: Range<Int>) -> Bool {
    // Score, Price: what is measured, not what it is measured of.
    if knowledge.properties.longestMatch(in: view, at: word.lowerBound)?.range == word { return true }
    guard let match = knowledge.cues.longestMatch(in: view, at: word.lowerBound), match.range.upperBound >= word.upperBound else {
      return false
    }
    // Of `the model` the first word is no name either.
    let isListed = knowledge.cues.matches(in: view, at: word.lowerBound).contains { $0.range == word && $0.entry.kind == .notName }
    return isListed || Self.kind(hintedBy: match.entry.kind) == nil
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
    case .hardwareHint: .hardware
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
