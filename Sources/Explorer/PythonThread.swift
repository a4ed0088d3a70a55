internal import ExtensionHost
internal import PythonRuntime

/// A running thread as Python sees it.
struct PythonThread {
    /// A call of a thread: the compiled file's name, the line, the function.
    struct Call {
        let file: String
        let line: Int
        let function: String
    }

    /// The words for a wait for a lock itself.
    static let lock = "a lock"

    /// Whether a file of compiled code is the project's.
    static func isOfProject(_ file: String) -> Bool {
        !file.hasPrefix(Host.pythonLibrary) && !file.hasPrefix("<frozen")
    }

    let identifier: UInt64
    let name: String
    let isDaemon: Bool
    /// What it waits for, in words; empty when that is not known.
    let wait: String
    /// The identifier of the thread whose end it waits for; 0 for none.
    let awaited: UInt64
    /// The innermost first.
    let calls: [Call]

    init(_ description: PythonObject) throws(PythonError) {
        let parts = try description.elements()
        guard parts.count == 6 else {
            throw PythonError(.systemError, "understudy_standing gave \(parts.count) parts, not 6")
        }
        identifier = UInt64(truncatingIfNeeded: try Int(python: parts[0]))
        name = try parts[1].text()
        isDaemon = try parts[2].isTrue()
        wait = try parts[3].text()
        var calls: [Call] = []
        for entry in try parts[4].elements() {
            let call = try entry.elements()
            guard call.count == 3 else { continue }
            calls.append(
                Call(
                    file: try call[0].text(), line: try Int(python: call[1]),
                    function: try call[2].text()))
        }
        self.calls = calls
        awaited = UInt64(truncatingIfNeeded: try Int(python: parts[5]))
    }
}
