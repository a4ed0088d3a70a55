/// One cell as it lies in memory: its text, an opaque companion that knows the text, or both.
///
/// The companion is read at C speed by the layer above; the network never looks into it.
package nonisolated struct TableCell {
    package var peer: UnsafeMutableRawPointer?
    package var text: String?

    package init(peer: UnsafeMutableRawPointer? = nil, text: String? = "") {
        self.peer = peer
        self.text = text
    }
}
