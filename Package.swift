// swift-tools-version: 6.3
import PackageDescription

/// Settings of every target of Koe.
let base: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]
/// Settings of targets that call no C library.
let pure = base + [.strictMemorySafety()]

let package = Package(
    name: "koe",
    products: [.executable(name: "koe", targets: ["koe"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CMeCab"),
        .target(name: "Feedback", swiftSettings: pure),
        .target(name: "Ingestion", dependencies: ["Feedback"], swiftSettings: base),
        .target(name: "Scoring", dependencies: ["Feedback", "CMeCab"], swiftSettings: base),
        .target(name: "Linkage", dependencies: ["Feedback"], swiftSettings: pure),
        .target(name: "Measures", dependencies: ["Feedback"], swiftSettings: pure),
        .target(
            name: "Store",
            dependencies: ["Feedback", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: base
        ),
        .target(
            name: "Reports",
            dependencies: ["Feedback", "Measures", .product(name: "Mustache", package: "swift-mustache")],
            swiftSettings: base
        ),
        .target(name: "Sample", dependencies: ["Feedback"], swiftSettings: pure),
        .target(
            name: "Pipeline",
            dependencies: [
                "Feedback", "Ingestion", "Scoring", "Linkage", "Measures", "Store", "Reports", "Sample",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: base
        ),
        .target(
            name: "Dashboard",
            dependencies: ["Feedback", "Pipeline", .product(name: "Hummingbird", package: "hummingbird")],
            swiftSettings: base
        ),
        .executableTarget(
            name: "koe",
            dependencies: [
                "Dashboard", "Pipeline", "Feedback",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: base
        ),
        .testTarget(name: "FeedbackTests", dependencies: ["Feedback"], swiftSettings: base),
        .testTarget(name: "IngestionTests", dependencies: ["Feedback", "Ingestion"], swiftSettings: base),
        .testTarget(name: "ScoringTests", dependencies: ["Feedback", "Scoring"], swiftSettings: base),
        .testTarget(name: "LinkageTests", dependencies: ["Feedback", "Linkage"], swiftSettings: base),
        .testTarget(name: "MeasuresTests", dependencies: ["Feedback", "Measures"], swiftSettings: base),
        .testTarget(name: "StoreTests", dependencies: ["Feedback", "Store"], swiftSettings: base),
        .testTarget(name: "ReportsTests", dependencies: ["Feedback", "Measures", "Reports"], swiftSettings: base),
        .testTarget(name: "DashboardTests", dependencies: ["Feedback", "Pipeline", "Dashboard"], swiftSettings: base),
        .testTarget(
            name: "PipelineTests",
            dependencies: ["Feedback", "Measures", "Store", "Reports", "Pipeline", "koe"],
            swiftSettings: base
        ),
    ],
    swiftLanguageModes: [.v6]
)
