import CFuzzer
import Foundation

/// Runs libFuzzer on one reader: `READER=csv fuzz [OPTIONS OF LIBFUZZER] CORPUS`.
@main
enum Fuzz {
    /// Chosen before libFuzzer starts, which takes a function without a context.
    nonisolated(unsafe) private static var reader = Reader.auto

    static func main() {
        let names = Reader.allCases.map(\.rawValue).joined(separator: " ")
        guard let found = Reader(rawValue: ProcessInfo.processInfo.environment["READER"] ?? "") else {
            print(names)
            return
        }
        reader = found
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        let status = LLVMFuzzerRunDriver(&count, &arguments) { data, size in
            Fuzz.reader.read(Array(UnsafeBufferPointer(start: data, count: size)))
            return 0
        }
        exit(status)
    }
}
