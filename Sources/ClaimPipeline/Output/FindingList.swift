internal import ClaimModel

extension JSONLine {
  /// The key `findings` with its list.
  mutating func field(_ findings: [Finding]) {
    key("findings")
    array { list in
      for finding in findings {
        list.object { object in
          object.field("kind", finding.kind)
          object.field("message", finding.message)
        }
      }
    }
  }
}
