import Foundation
import Knowledge

/// The numeric knowledge files of the sources, read as they lie there.
enum TestKnowledge {
  static let units = file(UnitEntry.self)
  static let multipliers = file(MultiplierEntry.self)
  static let bounds = file(BoundEntry.self)
  static let exceptions = file(ExceptionEntry.self)
  static let periods = file(PeriodEntry.self)

  static let knowledge: Knowledge = {
    var knowledge = Knowledge()
    knowledge.units = Lexicon(units.entries.map(\.entry))
    knowledge.multipliers = Lexicon(multipliers.entries.map(\.entry))
    knowledge.bounds = Lexicon(bounds.entries.map(\.entry))
    knowledge.exceptions = Lexicon(exceptions.entries.map(\.entry))
    knowledge.periods = Lexicon(periods.entries.map(\.entry))
    return knowledge
  }()

  private static func file<Entry>(_ type: Entry.Type) -> KnowledgeFile<Entry> {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let name = "\(Entry.fileName).yaml"
    do {
      return try KnowledgeFile(String(contentsOf: root.appending(path: "Sources/Knowledge/Data/\(name)"), encoding: .utf8), name: name)
    } catch {
      fatalError("\(error)")
    }
  }
}
