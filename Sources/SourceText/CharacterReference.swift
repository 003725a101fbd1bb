/// Character references (`&amp;`, `&#x4e00;`) in text that is not read by the HTML parser; the names are HTML's (the WHATWG's
/// list), those in common use.
package enum CharacterReference {
  private static let named: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0x20, "ensp": 0x20, "emsp": 0x20, "thinsp": 0x20,
    "ndash": 0x2013, "mdash": 0x2014, "hellip": 0x2026, "lsquo": 0x2018, "rsquo": 0x2019, "ldquo": 0x201C, "rdquo": 0x201D, "middot": 0xB7,
    "bull": 0x2022, "times": 0xD7, "divide": 0xF7, "plusmn": 0xB1, "deg": 0xB0, "copy": 0xA9, "reg": 0xAE, "trade": 0x2122, "minus": 0x2212,
    "le": 0x2264, "ge": 0x2265, "asymp": 0x2248, "sup2": 0xB2, "sup3": 0xB3, "micro": 0xB5, "pound": 0xA3, "euro": 0x20AC, "yen": 0xA5,
    "cent": 0xA2, "permil": 0x2030, "laquo": 0xAB, "raquo": 0xBB, "sbquo": 0x201A, "bdquo": 0x201E, "lsaquo": 0x2039, "rsaquo": 0x203A,
    "sect": 0xA7, "para": 0xB6, "frac12": 0xBD, "frac14": 0xBC, "frac34": 0xBE, "ordm": 0xBA, "ordf": 0xAA, "agrave": 0xE0, "aacute": 0xE1,
    "acirc": 0xE2, "atilde": 0xE3, "auml": 0xE4, "aring": 0xE5, "aelig": 0xE6, "ccedil": 0xE7, "egrave": 0xE8, "eacute": 0xE9,
    "ecirc": 0xEA, "euml": 0xEB, "iacute": 0xED, "icirc": 0xEE, "iuml": 0xEF, "ntilde": 0xF1, "oacute": 0xF3, "ocirc": 0xF4,
    "otilde": 0xF5, "ouml": 0xF6, "oslash": 0xF8, "uacute": 0xFA, "ucirc": 0xFB, "uuml": 0xFC, "szlig": 0xDF, "Auml": 0xC4, "Ouml": 0xD6,
    "Uuml": 0xDC, "Eacute": 0xC9, "scaron": 0x161, "rarr": 0x2192, "larr": 0x2190, "infin": 0x221E, "ne": 0x2260, "sim": 0x223C,
  ]

  /// The character that the reference at `offset` (an `&`) stands for, as UTF-8, and the reference's length; nil for none.
  package static func character(in text: [UInt8], at offset: Int, end: Int) -> (utf8: [UInt8], length: Int)? {
    let limit = min(end, offset + 12)
    var stop = offset + 1
    while stop < limit, text[stop] != UInt8(ascii: ";") { stop += 1 }
    guard stop < limit, stop > offset + 1 else { return nil }
    let name = text[offset + 1..<stop]
    guard let value = value(of: name), let scalar = Unicode.Scalar(value), value >= 0x20 else { return nil }
    return (Array(String(Character(scalar)).utf8), stop + 1 - offset)
  }

  private static func value(of name: ArraySlice<UInt8>) -> UInt32? {
    guard name.first == UInt8(ascii: "#") else { return named[String(decoding: name, as: UTF8.self)] }
    let digits = name.dropFirst()
    guard let first = digits.first else { return nil }
    if first | 0x20 == UInt8(ascii: "x") { return UInt32(String(decoding: digits.dropFirst(), as: UTF8.self), radix: 16) }
    return UInt32(String(decoding: digits, as: UTF8.self))
  }
}
