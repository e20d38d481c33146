import Hummingbird
import NIOCore
import Workspace

/// What the dashboard knows of a request beside its own words.
struct DashboardContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Address of the other side, without its port.
    let remoteAddress: String
    /// Who asks; nobody until ``DoorKeeper`` has looked.
    var visitor: Visitor?

    init(source: Source) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress?.ipAddress ?? "unknown"
    }
}

/// Who asks.
struct Visitor: Hashable, Sendable {
    /// `local` for a user of this machine, otherwise the id of a token.
    let id: String
    /// Who decides, as decisions name it.
    let name: String
    /// `nil` for a user of this machine, who may do everything.
    let role: AccessRole?

    static let local = Visitor(id: "local", name: "dashboard", role: nil)

    var mayLook: Bool { role != .ingester }
    var mayDecide: Bool { role == nil || role == .reviewer }
    var maySend: Bool { role == nil || role == .ingester }
}
