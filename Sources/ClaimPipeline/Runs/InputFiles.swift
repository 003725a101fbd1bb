internal import Glibc

/// The files that a run's inputs name.
enum InputFiles {
  /// The files of each input in the order given, those of a folder or pattern by name (bytewise); each file once.
  ///
  /// Throws where an input names nothing: a misspelt pattern must not pass for a run without pages.
  static func files(of inputs: [String]) throws(InputError) -> [String] {
    var seen = Set<String>()
    var files: [String] = []
    for input in inputs {
      for file in try matches(of: input) where seen.insert(file).inserted { files.append(file) }
    }
    return files
  }

  private static func matches(of input: String) throws(InputError) -> [String] {
    let pattern = isFolder(input) ? (input.hasSuffix("/") ? input : input + "/") + "*" : input
    guard pattern.contains(where: { $0 == "*" || $0 == "?" || $0 == "[" }) else { return [input] }
    var found = unsafe glob_t()
    defer { unsafe globfree(&found) }
    guard unsafe glob(pattern, GLOB_NOSORT, nil, &found) == 0 else {
      throw InputError(path: input, status: .missingInput, problem: "names no file; check the path and the pattern")
    }
    var paths: [String] = []
    for index in 0..<Int(unsafe found.gl_pathc) {
      if let path = unsafe found.gl_pathv[index] { paths.append(unsafe String(cString: path)) }
    }
    let files = paths.filter { !isFolder($0) }.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    guard !files.isEmpty else {
      throw InputError(path: input, status: .missingInput, problem: "holds no file; name a folder that has pages")
    }
    return files
  }

  private static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return unsafe stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }
}
