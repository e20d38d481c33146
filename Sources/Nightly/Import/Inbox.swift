package import Foundation
package import Workspace

/// The files a nightly run reads.
package enum Inbox {
    /// Files that desktops leave in every folder.
    private static let litter: Set<String> = ["desktop.ini", "thumbs.db", "ehthumbs.db", "icon\r", "__macosx"]

    /// What was found in a folder.
    package struct Listing: Sendable {
        /// In the order of their names.
        package var files: [URL] = []
        /// What cannot be read, and why.
        package var problems: [String] = []
    }

    /// Files of the inbox and its folders in the order of their names; hidden ones are left out.
    package static func listing(of workspace: WorkspaceFolder) -> Listing {
        guard FileManager.default.fileExists(atPath: workspace.inbox.path) else {
            let path = workspace.inbox.path
            return Listing(problems: ["there is no folder \(path); make it, and put what is to be read into it"])
        }
        return listing(under: workspace.inbox)
    }

    /// Files under a folder in the order of their names; what is no file is a problem.
    package static func listing(under folder: URL) -> Listing {
        var listing = Listing()
        collect(folder, into: &listing)
        listing.files.sort { $0.path < $1.path }
        return listing
    }

    private static func collect(_ folder: URL, into listing: inout Listing) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        } catch {
            return listing.problems.append("cannot read the folder \(folder.path); are its rights in order?")
        }
        for name in names.sorted() where !name.hasPrefix(".") && !litter.contains(name.lowercased()) {
            let file = folder.appending(path: name)
            switch FileKind(atPath: file.path) {
            case .regular: listing.files.append(file)
            case .folder where FileKind.isLink(atPath: file.path):
                listing.problems.append(
                    "\(file.path) is a link to a folder, which is not followed; name the folder itself"
                )
            case .folder: collect(file, into: &listing)
            case .missing: listing.problems.append("\(file.path) is a link to nothing, or has just gone")
            case .stream, .device:
                listing.problems.append(
                    "\(file.path) is no regular file (a pipe, a socket or a device) and is left out"
                )
            }
        }
    }
}

/// What stands at a path, links followed.
enum FileKind {
    case regular, folder
    /// A pipe, whose bytes can be read once.
    case stream
    /// A socket, or a device that may never end; `/dev/null` ends at once and is read like a file.
    case device
    case missing

    init(atPath path: String) {
        var info = stat()
        guard stat(path, &info) == 0 else {
            self = .missing
            return
        }
        switch info.st_mode & S_IFMT {
        case S_IFREG: self = .regular
        case S_IFDIR: self = .folder
        case S_IFIFO: self = .stream
        case S_IFCHR where info.st_rdev == Self.nullDevice: self = .regular
        default: self = .device
        }
    }

    /// The number of `/dev/null`.
    private static let nullDevice: dev_t? = {
        var info = stat()
        return stat("/dev/null", &info) == 0 ? info.st_rdev : nil
    }()

    static func isLink(atPath path: String) -> Bool {
        var info = stat()
        return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFLNK
    }
}
