internal import ClaimModel

/// What a run was made with and what came out, `kaozheng/manifest/1`. Holds no times, so that equal runs give equal bytes.
package struct RunManifest: Sendable {
  struct Table: Sendable {
    var name: String
    var snapshot: String
    var rows: Int
  }

  var run: String
  /// SHA-256 of the compiled knowledge.
  var knowledge: String
  var references: [Table]
  package internal(set) var pages = 0
  /// Pages that could not be read or used.
  package internal(set) var rejected = 0
  package internal(set) var claims = 0
  /// Judgments by verdict.
  private var verdicts: [Verdict: Int] = [:]

  init(run: String, knowledge: String, references: [Table]) {
    self.run = run
    self.knowledge = knowledge
    self.references = references
  }

  package var supported: Int { verdicts[.supported] ?? 0 }
  package var refuted: Int { verdicts[.refuted] ?? 0 }

  mutating func count(_ judgments: [Judgment]) {
    for judgment in judgments { verdicts[judgment.verdict, default: 0] += 1 }
  }

  /// The manifest as one line without its end.
  var line: [UInt8] {
    JSONLine.object { line in
      line.field("schema", "kaozheng/manifest/1")
      line.field("run", run)
      line.field("knowledge", knowledge)
      line.key("references")
      line.array { list in
        for table in references {
          list.object { object in
            object.field("name", table.name)
            object.field("snapshot", table.snapshot)
            object.field("rows", table.rows)
          }
        }
      }
      line.field("pages", pages)
      line.field("rejected", rejected)
      line.field("claims", claims)
      line.key("judgments")
      line.object { object in
        object.field("supported", verdicts[.supported] ?? 0)
        object.field("refuted", verdicts[.refuted] ?? 0)
        object.field("conflicting", verdicts[.conflicting] ?? 0)
        object.field("notEnoughEvidence", verdicts[.notEnoughEvidence] ?? 0)
      }
    }
  }
}
