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
}
