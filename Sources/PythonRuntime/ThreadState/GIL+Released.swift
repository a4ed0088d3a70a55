internal import CPython
internal import CPythonShims

extension GIL {
    /// The GIL let go by this thread, to be taken back by the same thread.
    public struct Released: ~Copyable {
        fileprivate let state: UnsafeMutablePointer<PyThreadState>?

        /// Takes the GIL back, waiting for whoever holds it.
        public consuming func takeBack() {
            CPythonShims_takeBack(state)
        }
    }

    /// Lets the GIL go until the result takes it back, for waits that no closure can span.
    ///
    /// - Thread: one that holds the GIL
    public static func letGo() -> Released { Released(state: CPythonShims_letGo()) }
}
