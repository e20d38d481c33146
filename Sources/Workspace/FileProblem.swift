import Foundation

/// Words for errors of the file system, whichever of Foundation and the C library has raised them.
package struct FileProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// Whether the fault lies in something that could not be read, rather than in writing.
    package let isReading: Bool
    /// What happened, where, and what to do.
    package let description: String

    /// Words for an error of Foundation about a file; `nil` for any other error.
    package init?(_ error: any Error) {
        if let problem = error as? FileProblem {
            self = problem
            return
        }
        // Foundation's own names for its errors' fields; there is no bridge to `CocoaError` for all of them on Linux.
        let known = error as NSError
        guard [NSCocoaErrorDomain, NSPOSIXErrorDomain].contains(known.domain) else { return nil }
        let path = known.userInfo[NSFilePathErrorKey] as? String ?? (known.userInfo[NSURLErrorKey] as? URL)?.path
        let inner = known.userInfo[NSUnderlyingErrorKey] as? NSError
        isReading = known.domain == NSCocoaErrorDomain && (256..<512).contains(known.code)
        let code = Self.systemCode(of: known, inner)
        description = Self.words(verb: isReading ? "read" : "write", path: path ?? "a file", code: code)
    }

    /// Words for the C library's `errno` of a write.
    package init(writing place: String, code: Int32) {
        self.init(verb: "write", path: place, code: code)
    }

    /// The same of a read.
    package init(reading place: String, code: Int32) {
        self.init(verb: "read", path: place, code: code)
    }

    private init(verb: String, path: String, code: Int32) {
        isReading = verb == "read"
        description = Self.words(verb: verb, path: path, code: code)
    }

    /// Passes the result of a call of the C library on, or throws words for `errno` when it failed.
    package static func check(_ result: Int32, _ verb: String, _ path: String) throws {
        let code = errno
        if result < 0 { throw FileProblem(verb: verb, path: path, code: code) }
    }

    /// The C library's number for what happened; 0 when it is not known.
    private static func systemCode(of error: NSError, _ inner: NSError?) -> Int32 {
        if error.domain == NSPOSIXErrorDomain { return Int32(truncatingIfNeeded: error.code) }
        if let inner, inner.domain == NSPOSIXErrorDomain { return Int32(truncatingIfNeeded: inner.code) }
        return switch CocoaError.Code(rawValue: error.code) {
        case .fileNoSuchFile, .fileReadNoSuchFile: ENOENT
        case .fileReadNoPermission, .fileWriteNoPermission: EACCES
        case .fileWriteOutOfSpace: ENOSPC
        case .fileWriteVolumeReadOnly: EROFS
        case .fileWriteFileExists: EEXIST
        case .fileReadTooLarge: EFBIG
        default: 0
        }
    }

    private static func words(verb: String, path: String, code: Int32) -> String {
        let advice =
            switch code {
            case ENOENT: "it is not there; check the path"
            case EACCES, EPERM: "this user may not; change the permissions, or run koe as the user who may"
            case ENOSPC, EDQUOT: "the disk is full; make room and run the command again"
            case EROFS: "the file system is read-only; choose another place"
            case EISDIR: "it is a folder; name a file"
            case ENOTDIR: "a part of the path is no folder; check the path"
            case EMFILE, ENFILE: "too many files are open; raise the limit (ulimit -n)"
            case ENAMETOOLONG: "the name is too long; choose a shorter one"
            case EXDEV, EBUSY: "another file system is mounted there; choose another place"
            case 0: "the system gives no reason; check that the path exists and may be used"
            default: "\(String(cString: strerror(code))); check the disk and the path"
            }
        return "cannot \(verb) \(path): \(advice)"
    }
}
