import HTTPTypes
import Hummingbird
import NIOCore

/// An answer with what it was made of.
struct KeptAnswer: Sendable {
    let headers: HTTPFields
    let bytes: ByteBuffer
    let stamp: AnswerStamp
    let made: ContinuousClock.Instant

    var response: Response { Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: bytes)) }
}
