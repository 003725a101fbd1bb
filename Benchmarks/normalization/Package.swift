// swift-tools-version: 6.2
import PackageDescription

// The targets of the program that the benchmark times, by links into its Sources.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
let embedding: [CSetting] = [.disableWarning("c23-extensions")]

let package = Package(
  name: "NormalizationSpeed",
  targets: [
    .systemLibrary(name: "LibCrypto", pkgConfig: "libcrypto"),
    .systemLibrary(name: "LibICU", pkgConfig: "icu-i18n"),
    .systemLibrary(name: "LibXML2", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "Zlib", pkgConfig: "zlib"),
    .target(name: "CBridge", dependencies: ["LibCrypto", "LibICU", "LibXML2", "Zlib"]),
    .target(name: "CCharacterForms", cSettings: embedding),
    .target(name: "ChineseCounts", exclude: ["NOTICE.md", "characters.table", "triples.table", "words.table"], cSettings: embedding),
    .target(name: "SourceText", swiftSettings: strict),
    .target(name: "ClaimModel", dependencies: ["SourceText"], swiftSettings: strict),
    .target(
      name: "Normalization", dependencies: ["CBridge", "CCharacterForms", "ChineseCounts", "ClaimModel", "SourceText"],
      swiftSettings: strict),
    .executableTarget(name: "Speed", dependencies: ["Normalization"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c17
)
