import Feedback
import Measures

extension Voice {
    /// A stored voice without what it says: where it stands, and with whom it is counted.
    ///
    /// - Parameters:
    ///   - brand: of the voice.
    ///   - code: of the customer; cells count customers by a code of this name, so that equal codes stay equal.
    ///   - day: number of the local day.
    ///   - channel: `nil` where no comment names one.
    init(counted brand: String, customer code: Int64, day: Int, channel: String?) {
        self.init(
            id: "",
            brand: brand,
            author: "\(code)",
            day: Day(number: day),
            channel: channel ?? Voice.unknownChannel
        )
    }
}
