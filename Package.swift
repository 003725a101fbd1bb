// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is built with: memory safety is checked, `any` is written, imports are stated where they are used.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "Kaozheng",
  products: [.executable(name: "kaozheng", targets: ["kaozheng"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // System libraries: link flags only, their headers are seen by CBridge alone.
    .systemLibrary(name: "LibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "LibICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(name: "LibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "Zlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CBridge", dependencies: ["LibCrypto", "LibICU", "LibXML2", "Zlib"], cSettings: [.treatAllWarnings(as: .error)]),

    // Data embedded in the program by #embed, which C17 knows as an extension.
    .target(name: "CKnowledge", cSettings: [.treatAllWarnings(as: .error), .disableWarning("c23-extensions")]),
    .target(name: "CCharacterForms", cSettings: [.treatAllWarnings(as: .error), .disableWarning("c23-extensions")]),
    .target(
      name: "ChineseCounts", exclude: ["NOTICE.md", "characters.table", "words.table"],
      cSettings: [.treatAllWarnings(as: .error), .disableWarning("c23-extensions")]),

    // What the stages share.
    .target(name: "SourceText", swiftSettings: strict),
    .target(name: "ClaimModel", dependencies: ["SourceText"], swiftSettings: strict),
    .target(
      name: "Knowledge", dependencies: ["CKnowledge", "ClaimModel", "SourceText", .product(name: "Yams", package: "Yams")],
      exclude: ["Data"], swiftSettings: strict),
    .target(name: "CReferences", cSettings: [.treatAllWarnings(as: .error), .disableWarning("c23-extensions")]),
    .target(
      name: "References", dependencies: ["CReferences", "Quantities", "Knowledge", "ClaimModel", "SourceText"], exclude: ["Data"],
      swiftSettings: strict),
    .target(name: "Quantities", dependencies: ["Knowledge", "ClaimModel", "SourceText"], swiftSettings: strict),

    // The stages. None imports another.
    .target(name: "Ingestion", dependencies: ["CBridge", "ClaimModel", "SourceText"], swiftSettings: strict),
    .target(
      name: "Normalization", dependencies: ["CBridge", "CCharacterForms", "ChineseCounts", "ClaimModel", "SourceText"],
      swiftSettings: strict),
    .target(name: "Audit", dependencies: ["Quantities", "Knowledge", "ClaimModel", "SourceText"], swiftSettings: strict),
    .target(name: "Extraction", dependencies: ["Quantities", "Knowledge", "ClaimModel", "SourceText"], swiftSettings: strict),

    // What a person annotated, and how the program's output compares.
    .target(name: "Scoring", dependencies: ["ClaimModel", "SourceText"], swiftSettings: strict),

    // Their order, input, output; the program.
    .target(
      name: "ClaimPipeline",
      dependencies: [
        "CBridge", "Ingestion", "Normalization", "Extraction", "Audit", "References", "Quantities", "Scoring", "Knowledge", "ClaimModel",
        "SourceText",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "kaozheng",
      dependencies: [
        "ClaimPipeline", "Audit", "Normalization", "Quantities", "Scoring", "Knowledge", "ClaimModel", "SourceText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Tests and what they share.
    .target(name: "ClaimTesting", path: "Tests/ClaimTesting", swiftSettings: strict),
    .testTarget(name: "CBridgeTests", dependencies: ["CBridge", "ClaimTesting"], swiftSettings: strict),
    .testTarget(name: "SourceTextTests", dependencies: ["SourceText", "ClaimTesting"], swiftSettings: strict),
    .testTarget(name: "ClaimModelTests", dependencies: ["ClaimModel", "SourceText"], swiftSettings: strict),
    .testTarget(name: "KnowledgeTests", dependencies: ["Knowledge", "ClaimModel", "ClaimTesting"], swiftSettings: strict),
    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities", "Knowledge", "ClaimModel", "SourceText"], swiftSettings: strict),
    .testTarget(name: "IngestionTests", dependencies: ["Ingestion", "ClaimModel", "SourceText"], swiftSettings: strict),
    .testTarget(
      name: "NormalizationTests", dependencies: ["Normalization", "ClaimModel", "SourceText", "ClaimTesting"], swiftSettings: strict),
    .testTarget(
      name: "AuditTests",
      dependencies: ["Audit", "References", "ClaimPipeline", "ClaimTesting", "Knowledge", "ClaimModel", "SourceText"],
      swiftSettings: strict),
    .testTarget(name: "ReferencesTests", dependencies: ["References", "Knowledge", "ClaimModel", "SourceText"], swiftSettings: strict),
    .testTarget(
      name: "ClaimPipelineTests",
      dependencies: [
        "ClaimPipeline", "Audit", "Ingestion", "Normalization", "Scoring", "Knowledge", "ClaimModel", "SourceText", "ClaimTesting",
      ],
      swiftSettings: strict),
    .testTarget(name: "CommandLineTests", dependencies: ["kaozheng", "ClaimTesting"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c17
)
