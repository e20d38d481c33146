import Foundation
import Store
package import Workspace

/// Tells every receiver what is new since it was told last.
///
/// A receiver is told of a flag when a whole report has it, and again when it recovers or is no change any more. What
/// did not arrive is told by the next run. A receiver that is new learns what is new, and nothing of old flags.
package struct NoticeStage: Sendable {
    /// What became of one receiver.
    package struct Delivery: Encodable, Sendable {
        /// What a person calls the receiver.
        package let target: String
        /// Flags that it is told of.
        package let flags: Int
        /// Why nothing arrived; `nil` when it did, or when there was nothing to tell.
        package var problem: String?
    }

    /// Seconds of waiting before another attempt.
    private static let waits = [1, 5]

    private let context: WorkspaceContext
    private let wait: @Sendable (Int) async throws -> Void

    /// `wait`: waits some seconds.
    package init(
        context: WorkspaceContext,
        wait: @escaping @Sendable (Int) async throws -> Void = { try await Task.sleep(for: .seconds($0)) }
    ) {
        self.context = context
        self.wait = wait
    }

    /// Tells what is new among the flags of the report that was finished last.
    ///
    /// `isDryRun`: only says what would be told.
    @concurrent
    package func run(_ notices: [Notice], run: Int64, isDryRun: Bool = false) async throws -> [Delivery] {
        var deliveries: [Delivery] = []
        for target in context.settings.notify {
            let told = try context.database.read { try NoticeTable.told(to: target.key, in: $0) }
            let news = Self.news(notices, told: told)
            var delivery = Delivery(target: target.name, flags: news.count, problem: nil)
            if !isDryRun {
                // A new receiver is known from now on, so that what does not arrive tonight is told tomorrow.
                if told == nil { try record(notices.filter { !news.contains($0) }, to: target, run: run) }
                if !news.isEmpty { delivery.problem = try await deliver(news.map(\.line), to: target) }
                if delivery.problem == nil { try record(notices, to: target, run: run) }
            }
            deliveries.append(delivery)
        }
        return deliveries
    }

    /// Sends every receiver a line, to see whether it arrives.
    @concurrent
    package func test() async throws -> [Delivery] {
        var deliveries: [Delivery] = []
        for target in context.settings.notify {
            let problem = try await deliver(["koe notify --test"], to: target)
            deliveries.append(Delivery(target: target.name, flags: 0, problem: problem))
        }
        return deliveries
    }

    /// What a receiver has not been told.
    ///
    /// `told`: where it was told that each flag stands; `nil` for a new receiver.
    static func news(_ notices: [Notice], told: [String: String]?) -> [Notice] {
        guard let told else { return notices.filter(\.isNew) }
        return notices.filter { notice in
            if let state = told[notice.flagID] { return state != notice.state }
            // What was over before the receiver could hear of it is no news.
            return notice.isNew || notice.state == "open"
        }
    }

    private func record(_ notices: [Notice], to target: NoticeTarget, run: Int64) throws {
        let states = Dictionary(notices.map { ($0.flagID, $0.state) }) { first, _ in first }
        try context.database.write { try NoticeTable.record(states, target: target.key, run: run, in: $0) }
    }

    /// - Returns: why the message did not arrive; `nil` when it did.
    private func deliver(_ lines: [String], to target: NoticeTarget) async throws -> String? {
        let message = NoticeMessage(title: context.settings.title, lines: lines)
        let delivery = NoticeDelivery(folder: context.workspace.directory)
        var attempt = 0
        while true {
            do {
                try delivery.send(message, to: target)
                return nil
            } catch {
                guard attempt < Self.waits.count else {
                    return "\(target.name) was not told: \(ErrorWords.text(of: error)); the next run tries again"
                }
                try await wait(Self.waits[attempt])
                attempt += 1
            }
        }
    }
}
