package import Audit
package import ClaimModel
internal import Extraction
internal import Ingestion
package import Knowledge
package import Normalization
package import Quantities
internal import SourceText

/// Takes pages through the stages, one after the other.
///
/// Owns the handles of ICU and libxml2: one worker a thread, not to be shared.
package final class PageWorker {
  private let ingestion: Ingestion
  private let ingestionWorker: IngestionWorker
  private let normalization: Normalization
  /// Made when first asked for: most commands cut no words.
  private(set) lazy var segmentation = Segmentation(terms: knowledge.segmentationTerms)
  private let extraction: Extraction
  let reader: QuantityReader
  let knowledge: Knowledge

  /// Throws where memory is out.
  package init(knowledge: Knowledge) throws {
    ingestion = Ingestion(cues: knowledge.boilerplate.phraseCues, sites: knowledge.sites.rules)
    ingestionWorker = try IngestionWorker()
    normalization = Normalization(forms: WritingForms(knowledge), languageWords: knowledge.languageWords)
    extraction = Extraction(knowledge: knowledge)
    reader = QuantityReader(knowledge: knowledge)
    self.knowledge = knowledge
  }

  /// An audit against `references`, with the words of this worker's knowledge.
  package func audit(against references: [Reference]) -> Audit { Audit(references: references, knowledge: knowledge) }

  /// The page's blocks and metadata; its text is not yet repaired, but for damage that reaches into the markup.
  package func ingested(_ page: Page) -> Document { ingested(page, steps: .all) }

  /// The page's document, repaired and normalized.
  package func normalized(_ page: Page) -> Document { normalization(ingested(page)) }

  /// A document that came from elsewhere, repaired and normalized.
  package func normalized(_ document: Document) -> Document { normalization(document) }

  /// The page's document taken through `steps`, and what they changed.
  package func normalizedWithChanges(_ page: Page, steps: NormalizationSteps) -> (document: Document, changes: ChangeList) {
    changes(of: ingested(page, steps: steps), steps: steps)
  }

  /// The page's bytes taken for UTF-8 text as it stands, nothing cut out, through `steps`, and what they changed. A page that is too
  /// long to be ingested is refused here as well.
  package func normalizedText(of page: Page, steps: NormalizationSteps) -> (document: Document, changes: ChangeList) {
    let isTooLong = page.bytes.count > Ingestion.mostBytes
    return changes(of: isTooLong ? ingested(page, steps: steps) : Document(asItStands: page), steps: steps)
  }

  private func ingested(_ page: Page, steps: NormalizationSteps) -> Document {
    ingestion(page, using: ingestionWorker) { [normalization] in
      steps.contains(.repair) ? normalization.mended($0, isMarkup: $1) : nil
    }
  }

  private func changes(of document: Document, steps: NormalizationSteps) -> (document: Document, changes: ChangeList) {
    var lines = document.repairs.map { repair in
      let source = document.map(repair.span)
      return ChangeList.Line(
        step: NormalizationStep.repair.rawValue, source: source, before: document.exact(source), after: document.string(repair.span))
    }
    let result = normalization(document, steps: steps) { change in
      lines.append(.init(step: change.step.rawValue, source: document.map(change.span), before: change.before, after: change.after))
    }
    return (result, ChangeList(page: document.page, lines: lines))
  }

  /// The claims of a normalized document, in text order, with their ids.
  package func claims(of document: Document) -> [Claim] {
    extraction(document).map { $0.identified(onPage: document.page.provenance.sha256) }
  }

  /// What became of every figure of a normalized document, in text order.
  func outcomes(of document: Document) -> [FigureOutcome] {
    extraction.outcomes(of: document).sorted { $0.span < $1.span }
  }

  /// What is numeric in the kept blocks of a normalized document. `asked` are the kinds looked for, empty: all; with a `question` what
  /// the blocks say of time in every sort of words.
  package func readings(
    of document: Document, reference: CalendarDay?, asked: Set<QuantityKind> = [], question: TimeQuestion? = nil
  ) -> [Reading] {
    document.keptBlocks.map { reader(document.view, in: $0.span.range, reference: reference, asked: asked, question: question) }
  }

  /// What `audit` says to the claims of a normalized document and to its other figures, in text order.
  ///
  /// `judging` numbers the references that judge; the others tell of drift only. Nil: all judge.
  package func judgments(on claims: [Claim], of document: Document, by audit: Audit, judging: Range<Int>? = nil) -> [Judgment] {
    let readings = readings(of: document, reference: document.metadata.published.flatMap { CalendarDay($0.value) })
    guard let judging else { return audit(claims, in: document, readings: readings) }
    return audit(claims, in: document, readings: readings, judging: judging)
  }
}

extension Lexicon<BoilerplateEntry> {
  /// The phrases as ingestion takes them.
  fileprivate var phraseCues: [PhraseCue] {
    entries.flatMap { entry in
      let position: PhraseCue.Position =
        switch entry.place {
        case .start: .start
        case .contains: .contains
        case .whole: .whole
        }
      return entry.phrases.map { PhraseCue(text: $0.text, reason: entry.reason, position: position) }
    }
  }
}

extension Lexicon<SiteEntry> {
  /// The sites' rules as ingestion takes them.
  fileprivate var rules: SiteRules {
    var rules = SiteRules()
    for entry in entries {
      for host in entry.hosts { rules.add(SiteRule(keep: entry.keep, drop: entry.drop), for: host) }
    }
    return rules
  }
}
