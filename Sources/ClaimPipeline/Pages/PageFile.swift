package import ClaimModel
internal import Glibc

/// Reads pages from files.
package enum PageFile {
  /// More bytes than this are no page: 1 GiB. Offsets of the bridge are 32 bits wide.
  package static let sizeLimit = 1 << 30

  /// The page in the file at `path`; a gzip file is inflated, and its page is what comes out.
  package static func page(at path: String, published: String? = nil) throws(InputError) -> Page {
    let stored = try bytes(at: path)
    let inflated = stored.starts(with: [0x1F, 0x8B]) ? try inflated(stored, path: path) : stored
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var provenance = Provenance(sha256: Digest.sha256(inflated))
    provenance.published = published.map { GivenDate(date: $0, origin: .option) }
    return Page(record: name, path: path, bytes: inflated, provenance: provenance, format: format(ofName: name))
  }

  private static func inflated(_ bytes: [UInt8], path: String) throws(InputError) -> [UInt8] {
    switch Inflation.inflated(bytes, limit: sizeLimit) {
    case .done(let page): return page
    case .tooLong: throw InputError(path: path, status: .refusedInput, problem: "inflates to more than 1 GiB; that is no page")
    case .malformed:
      throw InputError(path: path, status: .refusedInput, problem: "looks like gzip but is broken or cut short; fetch the file again")
    }
  }

  private static func format(ofName name: String) -> PageFormat {
    let plain = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
    let ending = plain.split(separator: ".").last.map { $0.lowercased() } ?? ""
    switch ending {
    case "html", "htm", "xhtml", "shtml": return .html
    case "md", "markdown": return .markdown
    default: return .unknown
    }
  }

  /// All bytes of a file. A folder, a missing or an unreadable file throws with what the system says.
  package static func bytes(at path: String) throws(InputError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputError(path: path, systemError: errno) }
    defer { close(descriptor) }
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0 else { throw InputError(path: path, systemError: errno) }
    if facts.st_mode & S_IFMT == S_IFDIR {
      throw InputError(
        path: path, status: .missingInput, problem: "is a folder; name the files in it, such as \(path.hasSuffix("/") ? path : path + "/")*"
      )
    }
    guard facts.st_size <= sizeLimit else {
      throw InputError(path: path, status: .refusedInput, problem: "is longer than 1 GiB; that is no page")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(facts.st_size))
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw InputError(path: path, systemError: errno) }
      guard count > 0 else { return bytes }
      guard bytes.count + count <= sizeLimit else {
        throw InputError(path: path, status: .refusedInput, problem: "is longer than 1 GiB; that is no page")
      }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}

/// An input that was named and can't be used.
package struct InputError: Error, Hashable, CustomStringConvertible {
  package var path: String
  package var status: ExitStatus
  package var problem: String

  package init(path: String, status: ExitStatus, problem: String) {
    self.path = path
    self.status = status
    self.problem = problem
  }

  package init(path: String, systemError code: Int32) {
    self.path = path
    status = .missingInput
    switch code {
    case ENOENT: problem = Self.missing
    case EACCES, EPERM: problem = "no permission to read it; change its mode or run as its owner"
    default: problem = unsafe String(cString: strerror(code))
    }
  }

  /// Whether there is no such file at all.
  var isMissing: Bool { problem == Self.missing }

  private static let missing = "no such file; check the path"

  package var description: String { "\(path): \(problem)" }
}
