internal import Audit
internal import ClaimModel
internal import Knowledge

/// One execution of a run's description: every page through every stage, records out, a manifest at the end.
///
/// What a page gives depends on its bytes, the knowledge and the references alone: the same page gives the same lines whatever
/// else the run holds. Lines come in the order of the inputs.
package final class Run {
  private let description: RunDescription
  private let worker: PageWorker
  private let audit: Audit
  private let knowledgeDigest: String
  private let references: [Reference]

  /// Loads what the run needs; throws at the first thing that is wrong, before anything is written.
  package init(_ description: RunDescription) throws {
    self.description = description
    var knowledge = try Knowledge.embedded()
    for folder in description.knowledge { knowledge = try KnowledgeFolder(folder).added(to: knowledge) }
    knowledgeDigest = try Digest.sha256(knowledge.table())
    worker = try PageWorker(knowledge: knowledge)
    references = try description.references.map(ReferenceFile.reference)
    audit = worker.audit(against: references)
  }

  /// Runs; `progress` is called after each page with the pages done and their number.
  ///
  /// Writes claims.jsonl, judgments.jsonl, pages.jsonl, errors.jsonl and manifest.json to the output folder, each whole or not
  /// at all. A page that can't be used or read stops nothing: it becomes a line of errors.jsonl.
  package func execute(progress: (_ done: Int, _ all: Int) -> Void) throws -> RunManifest {
    let files = try InputFiles.files(of: description.inputs)
    let folder = try OutputFolder(description.output)
    let outputs = try RunOutputs(folder)
    var manifest = RunManifest(
      run: description.file, knowledge: knowledgeDigest,
      references: references.map { .init(name: $0.name, snapshot: $0.snapshot, rows: $0.rows.count) })
    for (index, file) in files.enumerated() {
      switch page(in: file) {
      case .success(let page): try process(page, into: outputs, counting: &manifest)
      case .failure(let error):
        manifest.rejected += 1
        let finding = Finding(kind: "unreadableFile", message: error.problem)
        try outputs.errors.write(line: Rejection(record: file, path: file, findings: [finding]).line)
      }
      manifest.pages += 1
      progress(index + 1, files.count)
    }
    try folder.file("manifest.json").write(line: manifest.line)
    try folder.commit()
    return manifest
  }

  /// The page, or why it can't be read: what is wrong with one page must not look like what is wrong with the output.
  private func page(in file: String) -> Swift.Result<Page, InputError> {
    Swift.Result { () throws(InputError) in try PageFile.page(at: file, published: description.published) }
  }

  private func process(_ page: Page, into outputs: RunOutputs, counting manifest: inout RunManifest) throws(OutputError) {
    let document = worker.normalized(page)
    let rejection = Rejection(document)
    let claims = rejection == nil ? worker.claims(of: document) : []
    let judgments = description.isAudited && rejection == nil ? worker.judgments(on: claims, of: document, by: audit) : []
    try outputs.write(document, claims: claims, judgments: judgments, rejection: rejection)
    manifest.claims += claims.count
    manifest.count(judgments)
    if rejection != nil { manifest.rejected += 1 }
  }
}
