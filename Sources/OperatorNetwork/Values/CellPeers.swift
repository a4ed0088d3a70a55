/// How the network reads and lets go of the companions that the layer above keeps in cells.
///
/// - Thread: main
package nonisolated enum CellPeers {
    // SAFETY: installed once by the layer above before any table exists, then only called on the
    // main thread, which owns every table.
    /// The text of a companion.
    package nonisolated(unsafe) static var readText: (UnsafeMutableRawPointer) -> String = { _ in
        ""
    }

    // SAFETY: as for `readText`.
    /// Lets go of a companion; called exactly once for each one that a table drops.
    package nonisolated(unsafe) static var release: (UnsafeMutableRawPointer) -> Void = { _ in }
}
