internal import SourceText

/// A judgment as one JSON line, `kaozheng/judgment/1`: every key, always in the same order.
package struct JudgmentRecord {
  private let record: String

  /// `record` is the id of the page's record.
  package init(record: String) { self.record = record }

  /// The line without its end.
  package func line(_ judgment: Judgment) -> [UInt8] {
    JSONLine.object { line in write(judgment, withSpan: false, to: &line) }
  }

  /// All judgments of a record on one line in the contract of the audit suite: `{"id","judgments":[…]}`, each judgment with
  /// the byte span of its figure in the page.
  package func scoringLine(_ judgments: [Judgment]) -> [UInt8] {
    JSONLine.object { line in
      line.field("id", record)
      line.key("judgments")
      line.array { list in
        for judgment in judgments { list.object { write(judgment, withSpan: true, to: &$0) } }
      }
    }
  }

  private func write(_ judgment: Judgment, withSpan: Bool, to line: inout JSONLine) {
    line.field("schema", "kaozheng/judgment/1")
    line.field("id", judgment.id)
    line.field("claim", judgment.claim)
    line.field("record", record)
    line.field("check", judgment.check.rawValue)
    line.field("verdict", judgment.verdict.rawValue)
    line.key("diagnosis")
    line.array { list in for diagnosis in judgment.diagnosis { list.string(diagnosis.rawValue) } }
    line.field("ratio", judgment.ratio?.description)
    line.key("claimed")
    if let claimed = judgment.claimed {
      line.object { interval(claimed, &$0) }
    } else {
      line.null()
    }
    line.key("evidence")
    line.array { list in
      for evidence in judgment.evidence { list.object { self.evidence(evidence, &$0) } }
    }
    line.field("reason", judgment.reason?.rawValue)
    line.key("explanation")
    line.object { object in
      object.field("en", judgment.explanation.english)
      object.field("zh", judgment.explanation.chinese)
    }
    line.field("confidence", hundredths: judgment.confidence)
    guard withSpan else { return }
    line.key("span")
    line.object { object in
      object.field("start", judgment.source.start)
      object.field("end", judgment.source.end)
    }
  }

  private func interval(_ interval: Interval, _ line: inout JSONLine) {
    line.field("low", interval.low)
    line.field("high", interval.high)
    line.field("unit", interval.unit)
  }

  private func evidence(_ evidence: Evidence, _ line: inout JSONLine) {
    line.field("reference", evidence.reference)
    line.field("snapshot", evidence.snapshot)
    line.field("row", evidence.row)
    line.field("column", evidence.column)
    interval(evidence.interval, &line)
    line.field("url", evidence.url)
  }
}
