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
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // System libraries: link flags only, their headers are seen by CBridge alone.
    .systemLibrary(name: "LibICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(name: "LibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "Zlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CBridge", dependencies: ["LibICU", "LibXML2", "Zlib"], cSettings: [.treatAllWarnings(as: .error)]),

    .target(name: "SourceText", swiftSettings: strict),
    .target(name: "ClaimModel", dependencies: ["SourceText"], swiftSettings: strict),
    // The compiled knowledge, embedded. Warnings as errors are off for #embed, which C17 knows as an extension.
    .target(name: "CKnowledge"),
    .target(
      name: "Knowledge", dependencies: ["ClaimModel", "SourceText", "CKnowledge", .product(name: "Yams", package: "Yams")],
      exclude: ["Data"], swiftSettings: strict),
    .target(name: "Quantities", dependencies: ["Knowledge", "ClaimModel", "SourceText"], swiftSettings: strict),

    .testTarget(name: "SourceTextTests", dependencies: ["SourceText"], swiftSettings: strict),
    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities", "Knowledge", "ClaimModel", "SourceText"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c17
)
