package import ClaimModel

/// Which elements hold the article on the pages of one site, and which never belong to it.
package struct SiteRule: Hashable, Sendable {
  package var keep: [ElementSelector]
  package var drop: [ElementSelector]

  package init(keep: [ElementSelector], drop: [ElementSelector]) {
    self.keep = keep
    self.drop = drop
  }
}

/// The rules of all sites, by the name of the host.
package struct SiteRules: Sendable {
  private var rules: [String: SiteRule] = [:]

  package init() {}

  /// A later rule for the same host takes the place of an earlier one.
  package mutating func add(_ rule: SiteRule, for host: String) { rules[host] = rule }

  /// The rule for the host of `address`, or for the nearest name that its host ends in; nil where there is none.
  func rule(for address: String?) -> SiteRule? {
    guard !rules.isEmpty, let address, let scheme = address.firstRange(of: "://") else { return nil }
    let place = address[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" }
    var host = place.lowercased()[...]
    while true {
      if let rule = rules[String(host)] { return rule }
      guard let dot = host.firstIndex(of: ".") else { return nil }
      host = host[host.index(after: dot)...]
    }
  }
}
