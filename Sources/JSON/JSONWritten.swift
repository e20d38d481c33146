/// A value that writes itself: it has the bytes that it has by describing itself, without being taken apart for them, which
/// counts where a report has hundreds of thousands of its kind in lists.
///
/// Its members stand in the order of the UTF-8 bytes of their names, and absent values are left out.
package protocol JSONWritten: Encodable {
    func write(to writer: inout JSONWriter) throws
}
