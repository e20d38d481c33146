// swift-tools-version: 6.3
import PackageDescription

/// What the readers are built with in Koe's own package, with the counters that libFuzzer watches.
let watched: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .unsafeFlags(["-sanitize=fuzzer"]),
]

let package = Package(
    name: "fuzzing",
    dependencies: [.package(url: "https://github.com/jpsim/Yams", exact: "6.2.2")],
    targets: [
        .systemLibrary(name: "CArchive", path: "Sources/CArchive"),
        .systemLibrary(name: "CExpat", path: "Sources/CExpat"),
        .systemLibrary(name: "CZlib", path: "Sources/CZlib"),
        .target(name: "CFuzzer", path: "Targets/CFuzzer"),
        .target(name: "JSON", path: "Sources/JSON", swiftSettings: watched),
        .target(name: "Feedback", path: "Sources/Feedback", swiftSettings: watched),
        .target(
            name: "Ingestion",
            dependencies: ["Feedback", "JSON", "CArchive", "CExpat", "CZlib"],
            path: "Sources/Ingestion",
            swiftSettings: watched
        ),
        .executableTarget(
            name: "fuzz",
            dependencies: ["CFuzzer", "CZlib", "Feedback", "Ingestion", .product(name: "Yams", package: "Yams")],
            path: "Targets/Fuzz",
            linkerSettings: [.linkedLibrary("stdc++")]
        ),
    ],
    swiftLanguageModes: [.v6]
)
