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
        .systemLibrary(name: "CArchive"),
        .systemLibrary(name: "CExpat"),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CMeCab"),
        .systemLibrary(name: "CSQLiteSwitches"),
        .systemLibrary(name: "CZlib"),
        .target(name: "JSON", swiftSettings: pure),
        .target(name: "Feedback", swiftSettings: pure),
        .target(
            name: "Ingestion",
            dependencies: ["Feedback", "JSON", "CArchive", "CExpat", "CZlib"],
            swiftSettings: base
        ),
        .target(name: "Scoring", dependencies: ["Feedback", "JSON", "CMeCab"], swiftSettings: base),
        .target(name: "Linkage", dependencies: ["Feedback"], swiftSettings: pure),
        .target(name: "Measures", dependencies: ["Feedback", "JSON"], swiftSettings: pure),
        .target(
            name: "Store",
            dependencies: [
                "Feedback", "JSON", "CSQLiteSwitches", "CZlib", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: base
        ),
        .target(
            name: "Reports",
            dependencies: [
                "Feedback", "JSON", "Measures",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: base
        ),
        .target(name: "Sample", dependencies: ["Feedback"], swiftSettings: pure),
        .target(
            name: "Workspace",
            dependencies: [
                "Feedback", "Ingestion", "JSON", "Measures", "Reports", "Sample", "Scoring", "Store",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: base
        ),
        .target(name: "Upkeep", dependencies: ["Feedback", "Store", "Workspace"], swiftSettings: base),
        .target(
            name: "Flags",
            dependencies: ["Feedback", "Measures", "Store", "Workspace"],
            swiftSettings: base
        ),
        .target(
            name: "Reporting",
            dependencies: ["Feedback", "JSON", "Linkage", "Measures", "Reports", "Store", "Workspace", "Flags"],
            swiftSettings: base
        ),
        .target(
            name: "Nightly",
            dependencies: [
                "Feedback", "JSON", "Ingestion", "Scoring", "Linkage", "Measures", "Store", "Reports", "Workspace",
                "Upkeep", "Flags", "Reporting",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: base
        ),
        .target(
            name: "Learning",
            dependencies: [
                "Feedback", "JSON", "Ingestion", "Measures", "Scoring", "Store", "Workspace", "Flags", "Nightly",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: base
        ),
        .target(
            name: "Answers",
            dependencies: [
                "Feedback", "JSON", "Ingestion", "Scoring", "Measures", "Store", "Reports", "Workspace", "Flags",
                "Reporting",
            ],
            swiftSettings: base
        ),
        .target(
            name: "Review",
            dependencies: [
                "Feedback", "Flags", "Ingestion", "Linkage", "Measures", "Store", "Reports", "Workspace", "Reporting",
                "Nightly",
            ],
            swiftSettings: base
        ),
        .target(
            name: "Dashboard",
            dependencies: [
                "Feedback", "Reports", "Workspace", "Upkeep", "Nightly", "Learning", "Answers", "Review", "CZlib",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
            ],
            swiftSettings: base
        ),
        .executableTarget(
            name: "koe",
            dependencies: [
                "CMalloc", "Feedback", "JSON", "Ingestion", "Linkage", "Reports", "Scoring", "Store",
                "Workspace", "Upkeep", "Flags", "Reporting", "Nightly", "Learning", "Answers", "Review", "Dashboard",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: base
        ),
        .testTarget(name: "JSONTests", dependencies: ["JSON"], swiftSettings: base),
        .testTarget(name: "FeedbackTests", dependencies: ["Feedback"], swiftSettings: base),
        .testTarget(name: "IngestionTests", dependencies: ["Feedback", "JSON", "Ingestion"], swiftSettings: base),
        .testTarget(name: "ScoringTests", dependencies: ["Feedback", "Scoring"], swiftSettings: base),
        .testTarget(name: "LinkageTests", dependencies: ["Feedback", "Linkage"], swiftSettings: base),
        .testTarget(name: "MeasuresTests", dependencies: ["Feedback", "Measures"], swiftSettings: base),
        .testTarget(
            name: "StoreTests",
            dependencies: ["Feedback", "Store", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: base
        ),
        .testTarget(name: "ReportsTests", dependencies: ["Feedback", "Measures", "Reports"], swiftSettings: base),
        .testTarget(
            name: "DashboardTests",
            dependencies: [
                "Feedback", "Reports", "Store", "Workspace", "Nightly", "Learning", "Answers", "Review", "Dashboard",
            ],
            swiftSettings: base
        ),
        .testTarget(
            name: "WorkspaceTests",
            dependencies: ["Feedback", "Measures", "Scoring", "Workspace"],
            swiftSettings: base
        ),
        .testTarget(name: "FlagsTests", dependencies: ["Feedback", "Measures", "Store", "Flags"], swiftSettings: base),
        .testTarget(
            name: "KoeTests",
            dependencies: [
                "Feedback", "Linkage", "Measures", "Store", "Reports", "Workspace", "Flags", "Reporting", "Nightly",
                "Learning", "Answers", "Review",
                "koe",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: base
        ),
    ],
    swiftLanguageModes: [.v6]
)
