internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// Finds whose figure it is: all that could be its subject, ranked by where it stands and what kind of thing it is.
struct SubjectLinker {
  /// What a figure's subject may be besides the names of its own sentence.
  struct Context {
    /// Subjects and names of the sentence before, the subjects of its claims first.
    var previous: [NameMention] = []
    var paragraph: NameMention?
    /// The organization whose figures were given last.
    var company: NameMention?
    /// What an entry is headed by: `Name: …`.
    var entryHead: NameMention?
    var listHead: NameMention?
    var heading: NameMention?
    var title: NameMention?
  }

  struct Link {
    var subjects: [Subject]
    /// The baseline, where the figure compares.
    var of: Party?
    var rule: String
    /// Whether the figure is what the subject was bought for.
    var isPrice = false
  }

  private struct Candidate {
    var name: NameMention
    var resolution: SubjectResolution
    var points: Int
  }

  let document: Document

  /// The subject or subjects of a figure at `place`; nil where nothing on the page can be it.
  ///
  /// With `isMultiple`, what owns the figure is its baseline: 是A的8倍.
  func link(
    place: Range<Int>, property: String, sentence: AnnotatedSentence, sources: [NameMention], context: Context, isMultiple: Bool = false
  ) -> Link? {
    let owners = sentence.names.filter { owns($0, place) }
    let baselines = baselineNames(in: sentence).filter { !owners.contains($0) } + (isMultiple ? owners : [])
    let names = sentence.names.filter { name in
      !baselines.contains(name) && !name.range.overlaps(place) && !isCounted(name, in: sentence)
        && (name.kind != .benchmark || isDescribed(name, property: property, in: sentence))
    }
    let of = baselines.last.map { Party(name: $0.name, kind: $0.kind) }
    if let several = distributed(names.filter({ !sources.contains($0) }), over: place, in: sentence) {
      return Link(subjects: several.map { subject($0, .sameSentence) }, of: of, rule: "given to each")
    }
    let candidates =
      own(names, sources: sources, place: place, property: property, in: sentence)
      + topics(place: place, property: property, in: sentence) + counted(place: place, in: sentence)
      + carried(property: property, place: place, in: sentence, context: context, baselines: baselines, sources: sources)
    let last = candidates.isEmpty ? lastResort(place: place, in: sentence) : []
    guard let best = (candidates + last).max(by: { $0.points < $1.points }) else { return nil }
    return Link(subjects: [subject(best.name, best.resolution)], of: of, rule: "subject from \(best.resolution.rawValue)")
  }

  // MARK: candidates

  // The points below were set by reading pages, not measured one by one: a name in the clause before the figure is most
  // likely its subject, then the words that the clause begins with, then what was spoken of before.

  private func own(_ names: [NameMention], sources: [NameMention], place: Range<Int>, property: String, in sentence: AnnotatedSentence)
    -> [Candidate]
  {
    let clause = sentence.clause(at: place.lowerBound)
    return names.map { name in
      let isBefore = name.range.upperBound <= place.lowerBound
      let isInClause = clause.contains(name.range.lowerBound)
      var points = isInClause ? (isBefore ? 100 : 58) : (isBefore ? 80 : 40)
      points -= min(15, distance(name.range, place) / 8)
      points += name.isKnown ? 12 : name.kind == .other && !name.name.contains(" ") && !looksLikeProduct(name) ? -20 : -8
      // The sentence is about what it begins with: A 是基于 B 架构的模型，具有 62 亿参数.
      if isBefore, !isInClause, name.range.lowerBound - sentence.range.lowerBound <= 12 { points += 18 }
      points +=
        name.kind == .other && looksLikeProduct(name) ? max(0, Self.fit(of: .model, for: property)) : Self.fit(of: name.kind, for: property)
      if isBefore, isOwner(name, in: sentence) { points += 10 }
      if owns(name, place) { points += 60 }
      if isApposition(name, in: sentence) { points += isNamedPronoun(name, in: sentence) ? 90 : 30 }
      points += phrasePoints(name, place: place, in: sentence)
      // 有1000个神经元的A: the figure stands in what describes A.
      if !isBefore, isInClause, isAttributed(name), name.range.lowerBound - place.upperBound <= 60 { points += 34 }
      // Who says it may also be whose figure it is, where nothing else can be: OpenAI预计今年营收…
      if sources.contains(name) { points -= name.kind == .person ? 60 : sentence.cues(.forecast).isEmpty ? 45 : 25 }
      return Candidate(name: name, resolution: isInClause ? .sameClause : .sameSentence, points: points)
    }
  }

  /// Whether a name owns the figure right behind it: A的75.5%.
  func owns(_ name: NameMention, _ place: Range<Int>) -> Bool {
    guard name.range.upperBound < place.lowerBound, place.lowerBound - name.range.upperBound <= 5 else { return false }
    return document.view[name.range.upperBound..<place.lowerBound].filter { $0 > 0x20 } == Self.possessive[...]
  }

  /// `Its corpus, ROOTS, comes to`: a name that is a clause of its own says what the words before it mean.
  private func isApposition(_ name: NameMention, in sentence: AnnotatedSentence) -> Bool {
    let index = sentence.sentence.clauseIndex(at: name.range.lowerBound)
    let clause = sentence.sentence.clauses[index]
    return index > 0 && clause.count - name.range.count <= 3
  }

  /// Whether the clause that `name` names begins with a pronoun: ⟦Its⟧ corpus, ROOTS.
  private func isNamedPronoun(_ name: NameMention, in sentence: AnnotatedSentence) -> Bool {
    let clause = sentence.sentence.clauses[sentence.sentence.clauseIndex(at: name.range.lowerBound) - 1]
    return sentence.cues(.pronoun).contains { clause.contains($0.range.lowerBound) && $0.range.lowerBound - clause.lowerBound <= 1 }
  }

  /// Whether 的 stands before a name.
  private func isAttributed(_ name: NameMention) -> Bool {
    var start = name.range.lowerBound
    while start > 0, document.view[start - 1] == 0x20 { start -= 1 }
    return start >= 3 && document.view[start - 3..<start] == Self.possessive[...]
  }

  /// 的
  private static let possessive: [UInt8] = [0xE7, 0x9A, 0x84]

  /// Hardware behind its number is what was used, not what the sentence is about: 384 A100 GPUs.
  func isCounted(_ name: NameMention, in sentence: AnnotatedSentence) -> Bool {
    name.kind == .hardware
      && sentence.quantities.contains { figure in
        figure.span.start < name.range.lowerBound && name.range.lowerBound - figure.span.end <= 1
          && figure.span.end <= name.range.upperBound && figure.quantity.bounds != .exactly(.one)
      }
  }

  /// A benchmark is the subject of counts in what describes it: MMLU 包含 57 个任务.
  private func isDescribed(_ name: NameMention, property: String, in sentence: AnnotatedSentence) -> Bool {
    guard property == "count" || property == "release_date" else { return false }
    return sentence.hasCue(beginningAfter: name.range.upperBound, reach: 11, .topicEnd)
  }

  /// Whether a name is written as products are: with a digit, a hyphen or a Greek letter.
  func looksLikeProduct(_ name: NameMention) -> Bool {
    document.view[name.range].contains { ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: "-") || $0 == 0xCE || $0 == 0xCF }
  }

  /// Whether a property word follows right behind a name: 柯达的股价, OpenAI's revenue.
  private func isOwner(_ name: NameMention, in sentence: AnnotatedSentence) -> Bool {
    sentence.properties.contains { $0.range.lowerBound >= name.range.upperBound && $0.range.lowerBound - name.range.upperBound <= 4 }
  }

  /// What the figure's clause, or one before it, begins with.
  private func topics(place: Range<Int>, property: String, in sentence: AnnotatedSentence) -> [Candidate] {
    let index = sentence.sentence.clauseIndex(at: place.lowerBound)
    let reader = TopicReader(document: document)
    var candidates: [Candidate] = []
    for back in 0...min(index, 3) {
      guard
        let topic = reader.topic(
          of: sentence.sentence.clauses[index - back], before: place.lowerBound, in: sentence, whole: property == "doubling_time")
      else { continue }
      guard !sentence.names.contains(where: { $0.range.overlaps(topic.range) && $0.isKnown }) else { continue }
      candidates.append(
        Candidate(
          name: topic, resolution: back == 0 ? .sameClause : .sameSentence, points: 88 - 6 * back + Self.fit(of: .other, for: property)))
    }
    return candidates
  }

  /// 我们监测的19家软件公司的市值增长了…: what was counted right before is what the next figure is of.
  private func counted(place: Range<Int>, in sentence: AnnotatedSentence) -> [Candidate] {
    let clause = sentence.clause(at: place.lowerBound)
    guard
      let count = sentence.quantities.last(where: {
        $0.kind == .count && clause.contains($0.span.start) && $0.span.end < place.lowerBound && $0.unitSpan != nil
      }), let noun = TopicReader(document: document).noun(at: count.span.end, before: place.lowerBound, in: sentence)
    else { return [] }
    return [Candidate(name: noun, resolution: .sameClause, points: 78)]
  }

  /// A pronoun's noun phrase, where nothing else is there: 其母乳率.
  private func lastResort(place: Range<Int>, in sentence: AnnotatedSentence) -> [Candidate] {
    let index = sentence.sentence.clauseIndex(at: place.lowerBound)
    let reader = TopicReader(document: document)
    return (0...min(index, 3)).compactMap { back in
      reader.topic(of: sentence.sentence.clauses[index - back], before: place.lowerBound, in: sentence, isStrict: false).map {
        Candidate(name: $0, resolution: back == 0 ? .sameClause : .sameSentence, points: 10 - back)
      }
    }
  }

  /// What was spoken of before: a clause that begins with its verb, or with a pronoun, goes on about it.
  private func carried(
    property: String, place: Range<Int>, in sentence: AnnotatedSentence, context: Context, baselines: [NameMention], sources: [NameMention]
  ) -> [Candidate] {
    let clause = sentence.clause(at: place.lowerBound)
    // A pronoun behind a name of its own sentence stands for that name.
    let saysCompany = sentence.cues(.company).contains { clause.contains($0.range.lowerBound) && $0.range.upperBound <= place.lowerBound }
    let hasPronoun = sentence.cues(.pronoun, .company).contains { pronoun in
      clause.contains(pronoun.range.lowerBound) && pronoun.range.upperBound <= place.lowerBound
        && !sentence.names.contains { $0.range.upperBound <= pronoun.range.lowerBound && ExtractionPass.canBeTopic($0) }
    }
    let namesItsOwn = sentence.names.contains {
      $0.range.upperBound <= place.lowerBound && ExtractionPass.canBeTopic($0)
        && ($0.isKnown || looksLikeProduct($0) || isTopic($0, before: place, in: sentence))
        && !baselines.contains($0)
        && !sources.contains($0)
    }
    let company = saysCompany ? context.company : nil
    let previous = company ?? context.previous.first { Self.fit(of: $0.kind, for: property) > 0 } ?? context.previous.first
    let chain: [(NameMention?, SubjectResolution, Int)] = [
      (context.entryHead, .listHead, 104), (context.listHead, .listHead, 66),
      (previous, hasPronoun ? .pronoun : .previousSentence, hasPronoun ? 92 : namesItsOwn ? 34 : 60),
      (context.paragraph, .paragraph, namesItsOwn ? 32 : 56),
      (context.heading, .heading, namesItsOwn ? 36 : 54), (context.title, .title, namesItsOwn ? 30 : 44),
    ]
    return chain.compactMap { name, resolution, points in
      guard let name else { return nil }
      let trust = name.isKnown ? 6 : name.kind == .other && !looksLikeProduct(name) ? -16 : -6
      let fit = Self.fit(of: name.kind, for: property)
      // What an entry is headed by is its subject, whatever it is.
      return Candidate(name: name, resolution: resolution, points: points + (name == context.entryHead ? max(12, fit) : trust + fit))
    }
  }

  /// What chips are described by, as models are.
  private static let ofHardware: Set<String> = ["memory", "throughput", "latency"]

  /// How well a kind of thing goes with a property.
  private static func fit(of kind: SubjectKind, for property: String) -> Int {
    switch property {
    case "parameters", "active_parameters", "training_compute", "training_data_size", "training_cost", "training_time", "context_length",
      "vocabulary_size", "layers", "hidden_size", "attention_heads", "score", "error_rate", "memory", "throughput", "latency",
      "hardware_count":
      kind == .model
        ? 40
        : kind == .dataset && property == "training_data_size" || kind == .hardware && Self.ofHardware.contains(property)
          ? 20 : kind == .other || kind == .technology ? -20 : -40
    case "funding", "valuation", "revenue", "headcount":
      kind == .organization ? 25 : kind == .model || kind == .benchmark || kind == .hardware ? -30 : 0
    case "release_date":
      kind == .model ? 25 : kind == .technology || kind == .dataset ? 15 : 0
    case "growth", "cost", "user_count", "other", "share":
      kind == .hardware ? -15 : 0
    case "power", "price": kind == .hardware ? 10 : 0
    default: 0
    }
  }

  // MARK: comparisons and lists

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
    let joined = coordinated(names.filter { $0.range.upperBound <= cue.range.lowerBound }, in: sentence)
    guard joined.count >= 2 else { return nil }
    let figures = sentence.quantities.filter { $0.span.start >= cue.range.upperBound }
    guard figures.count == joined.count, let index = figures.firstIndex(where: { $0.span.range == place }) else {
      return figures.count <= 1 ? joined : nil
    }
    return [joined[index]]
  }

  /// The last names of `names` that are joined by 和, and, 、 without other words between them, in text order.
  func coordinated(_ names: [NameMention], in sentence: AnnotatedSentence) -> [NameMention] {
    guard let last = names.last else { return [] }
    var joined = [last]
    for name in names.dropLast().reversed() {
      guard let next = joined.first, name.range.upperBound <= next.range.lowerBound,
        isConjunction(name.range.upperBound..<next.range.lowerBound, in: sentence)
      else { break }
      joined.insert(name, at: 0)
    }
    return joined
  }

  /// Whether nothing but a joining word stands in `range`.
  private func isConjunction(_ range: Range<Int>, in sentence: AnnotatedSentence) -> Bool {
    let joining = sentence.cues(.conjunction).filter { range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= range.upperBound }
    let letters = range.filter { offset in
      document.view[offset] > 0x20 && !joining.contains { $0.range.contains(offset) }
    }
    return !joining.isEmpty && letters.isEmpty
  }

  func subject(_ name: NameMention, _ resolution: SubjectResolution) -> Subject {
    Subject(name: name.name, canonical: name.canonical, kind: name.kind, resolvedBy: resolution)
  }
}
