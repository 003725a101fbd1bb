internal import Normalization

/// What ICU says of Han characters, for building it in.
package enum CharacterForms {
  /// The table's bytes. Cost: some 150 ms.
  package static func table() -> [UInt8] { HanTable.asked().bytes }
}
