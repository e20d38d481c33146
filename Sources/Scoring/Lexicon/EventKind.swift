/// A step in the course of events that an entry of kind `event` tells; frames join two of them.
enum EventKind: String, CaseIterable, Sendable {
    /// Somebody of the company said that something would be: "they said Friday".
    case promised
    /// It was not: "it is Tuesday", "nothing came".
    case unmet
    /// A number was named before: "it said 5 minutes".
    case quoted
    /// What the number came to be: "it took 25".
    case became
    /// The company called off what it had agreed to: "cancelled on me".
    case cancelled
    /// It took money: "charged the fee".
    case charged
    /// The customer paid for something more: "I paid for priority".
    case paid
    /// The customer did not get it: "sat in the back row".
    case withheld
    /// The customer wrote, called or came, more than once.
    case contacted
    /// Nothing came of it but more ways: "a different person each time".
    case passedOn = "passed-on"
    /// The customer asked for money back or a new one.
    case claimed
    /// The company would not.
    case refused
    /// It was mended or exchanged.
    case mended
    /// The fault came back.
    case recurred
    /// Something happened at a time: "and on Friday it came".
    case came
    /// The customer told the company of it, or it was bad before: "I wrote in", "after the mix-up".
    case complained
    /// It has been better since: "there is a ramp now".
    case improved
    /// The customer was on the way out: "I was ready to cancel".
    case leaving
    /// The customer stays, or is back: "so I renewed".
    case stayed
    /// Something went wrong: "the wrong size", "it snapped".
    case faulted
    /// The company gave what makes it good: "a new one was on its way".
    case replaced
    /// It happens once more: "again", "the third time".
    case repeated
    /// The company did something for the customer: "traced it", "topped me up".
    case acted
    /// It took a short time: "within the hour", "before tea".
    case swift

    /// Whether it is something that is done, which may also be denied or wished for.
    var isDone: Bool {
        switch self {
        case .came, .improved, .stayed, .replaced, .acted, .swift: true
        default: false
        }
    }
}
