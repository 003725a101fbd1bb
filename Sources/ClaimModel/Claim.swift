package import SourceText

/// One value of one property of one subject, with the exact place where the page says it.
package struct Claim: Sendable, Identifiable {
  /// 16 hexadecimal digits made from the page's digest, the source span, subject, property, of and qualifier.
  package var id: String
  package var subject: Subject?
  package var property: String
  /// The second party: the benchmark of a score, the whole of a share, the baseline of a change.
  package var of: Party?
  /// A condition that tells two such claims apart.
  package var qualifier: String?
  package var value: ClaimValue
  package var year: Year?
  package var attribution: Attribution?
  package var modality: Modality
  package var isTableCell: Bool
  package var quote: Quote
  /// 0 to 1.
  package var confidence: Double
  package var derivation: Derivation

  package init(
    subject: Subject?, property: String, of: Party? = nil, qualifier: String? = nil, value: ClaimValue, year: Year? = nil,
    attribution: Attribution? = nil, modality: Modality = .asserted, isTableCell: Bool = false, quote: Quote,
    confidence: Double, derivation: Derivation
  ) {
    self.id = ""
    self.subject = subject
    self.property = property
    self.of = of
    self.qualifier = qualifier
    self.value = value
    self.year = year
    self.attribution = attribution
    self.modality = modality
    self.isTableCell = isTableCell
    self.quote = quote
    self.confidence = confidence
    self.derivation = derivation
  }
}

/// The value of a claim, by what kind of statement gives it.
package enum ClaimValue: Hashable, Sendable {
  case level(Quantity)
  case share(Quantity)
  case ratio(Quantity, Direction?)
  case change(Quantity, Direction?)
  /// Per unit of time; a direction where something grows or shrinks by it (doubles every nine months).
  case rate(Quantity, Direction?)
  /// A calendar year as quantity; the whole date is the claim's year.
  case date(Quantity)
  case rank(Quantity)
  case probability(Quantity)

  package var quantity: Quantity {
    switch self {
    case .level(let quantity), .share(let quantity), .date(let quantity), .rank(let quantity), .probability(let quantity),
      .ratio(let quantity, _), .change(let quantity, _), .rate(let quantity, _):
      quantity
    }
  }

  package var direction: Direction? {
    switch self {
    case .ratio(_, let direction), .change(_, let direction), .rate(_, let direction): direction
    default: nil
    }
  }

  /// The record's `quantity.kind`.
  package var kindName: String {
    switch self {
    case .level: "level"
    case .share: "share"
    case .ratio: "ratio"
    case .change: "change"
    case .rate: "rate"
    case .date: "date"
    case .rank: "rank"
    case .probability: "probability"
    }
  }
}

package enum Direction: String, Hashable, Sendable {
  case up, down
}

/// What was measured.
package struct Subject: Hashable, Sendable {
  /// In the page's own script and words.
  package var name: String
  /// Lower case, the catalog's spelling where the name is known.
  package var canonical: String
  package var kind: SubjectKind
  package var resolvedBy: SubjectResolution

  package init(name: String, canonical: String, kind: SubjectKind, resolvedBy: SubjectResolution) {
    self.name = name
    self.canonical = canonical
    self.kind = kind
    self.resolvedBy = resolvedBy
  }
}

package enum SubjectKind: String, Hashable, Sendable, CaseIterable {
  case model, dataset, benchmark, hardware, organization, person, technology, other
}

/// How a claim came by its subject.
package enum SubjectResolution: String, Hashable, Sendable, CaseIterable {
  case sameClause, sameSentence, previousSentence, paragraph, listHead, heading, tableRow, tableColumn, title, pronoun, page
}

/// The second party of a claim.
package struct Party: Hashable, Sendable {
  package var name: String
  package var kind: SubjectKind

  package init(name: String, kind: SubjectKind) {
    self.name = name
    self.kind = kind
  }
}

/// When a figure holds.
package struct Year: Hashable, Sendable {
  /// EDTF.
  package var edtf: String
  package var origin: YearOrigin

  package init(edtf: String, origin: YearOrigin) {
    self.edtf = edtf
    self.origin = origin
  }
}

package enum YearOrigin: String, Hashable, Sendable, CaseIterable {
  case sameClause, sameSentence, previousSentence, entryDate, tableHead, heading, relative
}

/// Who a text says a figure comes from.
package struct Attribution: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable { case person, organization, document }

  package var name: String
  package var kind: Kind
  /// The words that show it, in the document's text.
  package var cue: String

  package init(name: String, kind: Kind, cue: String) {
    self.name = name
    self.kind = kind
    self.cue = cue
  }
}

package enum Modality: String, Hashable, Sendable, CaseIterable {
  case asserted, reported, forecast, hypothetical, denied
}

/// The exact words a claim rests on.
package struct Quote: Hashable, Sendable {
  package var text: TextSpan
  package var source: SourceSpan
  /// The sentence around it, in the document's text.
  package var sentence: TextSpan
  package var repairs: [Repair.Kind]

  package init(text: TextSpan, source: SourceSpan, sentence: TextSpan, repairs: [Repair.Kind]) {
    self.text = text
    self.source = source
    self.sentence = sentence
    self.repairs = repairs
  }
}

/// The rules that made something, as a tree: each step with the steps it rests on.
package struct Derivation: Hashable, Sendable {
  package var rule: String
  package var steps: [Derivation]

  package init(_ rule: String, _ steps: [Derivation] = []) {
    self.rule = rule
    self.steps = steps
  }

  /// The rule names, a step after what it rests on.
  package var flattened: [String] { steps.flatMap(\.flattened) + [rule] }
}
