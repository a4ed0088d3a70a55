/// Tells a layer above of every member that Python uses, while it wants to know.
///
/// It is meant for those who write down what an expression depends on.
///
/// - Thread: main, holding the GIL
public enum MemberWatch {
    // SAFETY: all of these are set and used by the thread that holds the GIL.

    /// Whether members are told.
    nonisolated(unsafe) public static var isOn = false
    // SAFETY: as above.
    /// How many reads the layer above knows of; a member that adds none is told by `didUse`.
    nonisolated(unsafe) public static var reads: () -> Int = { 0 }
    // SAFETY: as above.
    /// Called after a member was used that told nothing itself: its object and its name.
    nonisolated(unsafe) public static var didUse: (PythonObject?, String) -> Void = { _, _ in }
    // SAFETY: as above.
    /// Called after a member has raised an exception: its object and its name.
    nonisolated(unsafe) public static var didFail: (PythonObject?, String) -> Void = { _, _ in }

    /// Runs a member's code and tells of it.
    @inline(__always)
    static func watching(
        _ owner: PythonObject?, _ member: String, _ thread: MemberThread,
        _ body: () throws(PythonError) -> PythonObject
    ) throws(PythonError) -> PythonObject {
        guard isOn, thread == .main, Interpreter.isMainThread else { return try body() }
        let before = reads()
        do throws(PythonError) {
            let value = try body()
            if reads() == before { didUse(owner, member) }
            return value
        } catch {
            didFail(owner, member)
            throw error
        }
    }
}
