internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// Finds whose figure it is.
struct SubjectLinker {
  /// What a figure's subject is chosen from, beside the names of its own sentence.
  struct Context {
    /// Subjects of the sentence before, nearest last.
    var previous: [NameMention] = []
    var paragraph: NameMention?
    var listHead: NameMention?
    var heading: NameMention?
    var title: NameMention?
  }

  struct Link {
    var subjects: [Subject]
    /// The baseline, where the figure compares.
    var of: Party?
    var rule: String
  }

  let document: Document

  /// The subject or subjects of `figure`, a name of the property's usual kind before others; nil where the page names none.
  func link(
    place: Range<Int>, property: String, sentence: AnnotatedSentence, sources: [NameMention], context: Context
  ) -> Link? {
    let baselines = baselineNames(in: sentence)
    let candidates = sentence.names.filter { name in
      !sources.contains(name) && !baselines.contains(name) && name.kind != .benchmark && !name.range.overlaps(place)
    }
    let of = baselines.last.map { Party(name: $0.name, kind: $0.kind) }
    if let several = distributed(candidates, over: place, in: sentence) {
      return Link(subjects: several.map { subject($0, .sameSentence) }, of: of, rule: "given to each")
    }
    let clause = sentence.clause(at: place.lowerBound)
    let best = candidates.map { ($0, score($0, place: place, clause: clause, property: property)) }.max { $0.1 < $1.1 }
    if let (name, points) = best, points > 0 {
      let resolution: SubjectResolution = clause.contains(name.range.lowerBound) ? .sameClause : .sameSentence
      return Link(subjects: [subject(name, resolution)], of: of, rule: "name in the \(resolution == .sameClause ? "clause" : "sentence")")
    }
    return carried(property: property, sentence: sentence, context: context, of: of)
  }

  private func score(_ name: NameMention, place: Range<Int>, clause: Range<Int>, property: String) -> Int {
    var points = 100 - min(60, distance(name.range, place) / 3)
    if clause.contains(name.range.lowerBound) { points += 30 }
    if name.range.lowerBound >= place.upperBound { points -= 25 }
    if name.isKnown { points += 10 }
    points += Self.fit(of: name.kind, for: property)
    return points
  }

  /// How well a kind of thing goes with a property.
  private static func fit(of kind: SubjectKind, for property: String) -> Int {
    let expected: [SubjectKind]
    switch property {
    case "parameters", "active_parameters", "training_compute", "training_data_size", "training_cost", "training_time", "context_length",
      "vocabulary_size", "layers", "hidden_size", "attention_heads", "score", "error_rate", "memory", "throughput", "latency", "hardware_count":
      expected = [.model]
    case "funding", "valuation", "revenue", "headcount": expected = [.organization]
    case "share": expected = [.dataset, .organization, .model]
    case "release_date": expected = [.model, .technology, .dataset]
    default: return 0
    }
    if expected.contains(kind) { return 40 }
    return kind == .other || kind == .technology ? 0 : -40
  }

  /// Names after 比, than, compared with: what the figure is measured against.
  private func baselineNames(in sentence: AnnotatedSentence) -> [NameMention] {
    sentence.cues(.baseline).compactMap { cue in
      sentence.names.first { name in
        name.range.lowerBound >= cue.range.upperBound && name.range.lowerBound - cue.range.upperBound <= 6
      }
    }
  }

  /// 分别, respectively, 均: the coordinated names before the figure, each with it.
  private func distributed(_ names: [NameMention], over place: Range<Int>, in sentence: AnnotatedSentence) -> [NameMention]? {
    guard let cue = sentence.cues(.distribution).last(where: { $0.range.upperBound <= place.lowerBound }) else { return nil }
    let before = names.filter { $0.range.upperBound <= cue.range.lowerBound }
    guard before.count >= 2, let last = before.last else { return nil }
    var joined = [last]
    for name in before.dropLast().reversed() {
      guard let next = joined.first, name.range.upperBound <= next.range.lowerBound, isConjunction(name.range.upperBound..<next.range.lowerBound, in: sentence)
      else { break }
      joined.insert(name, at: 0)
    }
    guard joined.count >= 2 else { return nil }
    let figures = sentence.quantities.filter { $0.span.start >= cue.range.upperBound }
    guard figures.count == joined.count, let index = figures.firstIndex(where: { $0.span.range == place }) else {
      return figures.count <= 1 ? joined : nil
    }
    return [joined[index]]
  }

  /// Whether nothing but a joining word stands in `range`.
  private func isConjunction(_ range: Range<Int>, in sentence: AnnotatedSentence) -> Bool {
    let joining = sentence.cues(.conjunction).filter { range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= range.upperBound }
    let letters = range.filter { offset in
      document.view[offset] > 0x20 && !joining.contains { $0.range.contains(offset) }
    }
    return !joining.isEmpty && letters.isEmpty
  }

  /// The subject of what was said before: a sentence that names nobody goes on about it.
  private func carried(property: String, sentence: AnnotatedSentence, context: Context, of: Party?) -> Link? {
    let isPronoun = !sentence.cues(.pronoun).isEmpty
    let fitting = context.previous.last { Self.fit(of: $0.kind, for: property) > 0 } ?? context.previous.last
    let chain: [(NameMention?, SubjectResolution)] = [
      (context.listHead, .listHead), (fitting, isPronoun ? .pronoun : .previousSentence), (context.paragraph, .paragraph),
      (context.heading, .heading), (context.title, .title),
    ]
    for (name, resolution) in chain {
      guard let name, Self.fit(of: name.kind, for: property) >= 0 else { continue }
      return Link(subjects: [subject(name, resolution)], of: of, rule: "carried from \(resolution.rawValue)")
    }
    return nil
  }

  func subject(_ name: NameMention, _ resolution: SubjectResolution) -> Subject {
    Subject(name: name.name, canonical: name.canonical, kind: name.kind, resolvedBy: resolution)
  }
}
