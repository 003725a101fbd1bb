package import ClaimModel
package import Knowledge
internal import SourceText

/// Holds the examples of the numeric knowledge files against what the reader makes of them.
package struct ExampleCheck {
  private let reader: QuantityReader
  /// The day on which the examples of periods are read.
  private static let reference = CalendarDay("2023-08-09")

  package init(knowledge: Knowledge) {
    reader = QuantityReader(knowledge: knowledge)
  }

  /// What is wrong with the examples of units and multipliers: the marked figure must come out with its value and unit.
  package func check(_ file: KnowledgeFile<UnitEntry>) -> [KnowledgeError] {
    file.entries.flatMap { sourced in
      sourced.examples.compactMap { example in
        quantityError(example, in: file.name, asked: sourced.entry.isAskedFor ? [UnitMatch(sourced.entry, range: 0..<0).kind] : []) {
          $0.written.unit == sourced.entry.name && $0.kind != .ordinal
        }
      }
    }
  }

  package func check(_ file: KnowledgeFile<MultiplierEntry>) -> [KnowledgeError] {
    file.entries.flatMap { sourced in
      sourced.examples.compactMap { example in
        quantityError(example, in: file.name, asked: sourced.entry.condition == .number ? [.number] : []) { mention in
          mention.rules.contains("multiplier 10^\(sourced.entry.power)") || mention.rules.contains("Chinese numeral")
        }
      }
    }
  }

  package func check(_ file: KnowledgeFile<BoundEntry>) -> [KnowledgeError] {
    file.entries.flatMap { sourced in
      sourced.examples.compactMap { example in
        quantityError(example, in: file.name, asked: sourced.entry.isAskedFor ? Set(QuantityKind.allCases) : []) {
          $0.phrase != $0.span && $0.quantity.comparator == sourced.entry.comparator
        }
      }
    }
  }

  /// The marked words must be left alone; an example against must hold a quantity.
  package func check(_ file: KnowledgeFile<ExceptionEntry>) -> [KnowledgeError] {
    file.entries.flatMap { sourced in
      sourced.examples.compactMap { example in
        let reading = read(example.text)
        if example.isAgainst {
          guard reading.quantities.isEmpty else { return nil }
          return error(example, in: file.name, "'\(example.text)' holds a figure, but none was read")
        }
        guard let marked = example.marked, !reading.leftAlone.contains(where: { $0.span.overlaps(TextSpan(marked)) }) else { return nil }
        return error(example, in: file.name, "'\(example.text)' was read as \(describe(reading)); the marked words must be left alone")
      }
    }
  }

  package func check(_ file: KnowledgeFile<PeriodEntry>) -> [KnowledgeError] {
    file.entries.flatMap { sourced in
      sourced.examples.compactMap { example in
        let reading = read(example.text, question: sourced.entry.kind.isEveryday ? .times : nil)
        guard let marked = example.marked else { return nil }
        let found = reading.periods.first { $0.span == TextSpan(marked) }
        guard found?.edtf == example.expectation else {
          return error(
            example, in: file.name, "'\(example.text)' was read as \(reading.periods.map(\.edtf)), expected \(example.expectation ?? "")")
        }
        return nil
      }
    }
  }

  private func read(_ text: String, asked: Set<QuantityKind> = [], question: TimeQuestion? = nil) -> Reading {
    let bytes = Array(text.utf8)
    return reader(bytes, in: 0..<bytes.count, reference: Self.reference, asked: asked, question: question)
  }

  private func quantityError(
    _ example: Example, in file: String, asked: Set<QuantityKind> = [], acts: (QuantityMention) -> Bool
  ) -> KnowledgeError? {
    let reading = read(example.text, asked: asked)
    if example.isAgainst {
      guard let wrong = reading.quantities.first(where: acts) else { return nil }
      return error(example, in: file, "'\(example.text)' must not be read by this entry, but came out as \(Self.describe(wrong))")
    }
    guard let marked = example.marked, let expectation = example.expectation else {
      return error(example, in: file, "say what '\(example.text)' must come to, as in `=> 3000 meter`")
    }
    guard let found = reading.quantities.first(where: { $0.span == TextSpan(marked) }) else {
      return error(example, in: file, "the marked words of '\(example.text)' are no quantity: it was read as \(describe(reading))")
    }
    guard Self.matches(found.quantity, expectation) else {
      return error(example, in: file, "'\(example.text)' came out as \(Self.describe(found)), expected \(expectation)")
    }
    return nil
  }

  /// Whether a quantity is what an example says: an optional comparator, a value or `low..high`, a unit.
  package static func matches(_ quantity: Quantity, _ expectation: String) -> Bool {
    var words = expectation.split(separator: " ")
    if let first = words.first, let comparator = Comparator(rawValue: String(first)) {
      guard quantity.comparator == comparator else { return false }
      words.removeFirst()
    }
    guard let figures = words.first, (words.count > 1 ? String(words[1]) : "") == quantity.unit.name else { return false }
    let ends = figures.split(separator: ".").count > 1 && figures.contains("..") ? split(figures) : [String(figures)]
    let values = ends.compactMap { ExactDecimal($0) }
    guard values.count == ends.count else { return false }
    switch quantity.bounds {
    case .exactly(let value), .above(let value, _), .below(let value, _): return values == [value]
    case .between(let low, let high), .order(let low, let high): return values == [low, high]
    }
  }

  /// Both ends of `1e7..1.5e7`.
  private static func split(_ figures: Substring) -> [String] {
    var index = figures.startIndex
    while index < figures.endIndex {
      if figures[index...].hasPrefix("..") {
        return [String(figures[..<index]), String(figures[figures.index(index, offsetBy: 2)...])]
      }
      index = figures.index(after: index)
    }
    return [String(figures)]
  }

  private func describe(_ reading: Reading) -> String {
    let quantities = reading.quantities.map { "\(Self.describe($0)) at \($0.span)" }
    let rest = reading.leftAlone.map { "nothing at \($0.span) (\($0.reason))" } + reading.periods.map { "\($0.edtf) at \($0.span)" }
    return quantities.isEmpty && rest.isEmpty ? "nothing" : (quantities + rest).joined(separator: "; ")
  }

  static func describe(_ mention: QuantityMention) -> String {
    let quantity = mention.quantity
    let figures =
      switch quantity.bounds {
      case .exactly(let value), .above(let value, _), .below(let value, _): "\(value)"
      case .between(let low, let high), .order(let low, let high): "\(low)..\(high)"
      }
    return "\(quantity.comparator.rawValue) \(figures) \(quantity.unit.name)"
  }

  private func error(_ example: Example, in file: String, _ problem: String) -> KnowledgeError {
    KnowledgeError(file: file, line: example.line, problem: problem)
  }
}
