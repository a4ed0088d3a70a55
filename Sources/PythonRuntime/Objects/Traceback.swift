internal import CPython
internal import CPythonShims

/// The frames of an exception as plain values, outermost first.
public struct Traceback: Sendable {
    /// One frame.
    public struct Frame: Sendable, Equatable {
        /// The code's file name; for a DAT its operator path.
        public let file: String
        /// The line that was running, from 1.
        public let line: Int
        /// The function's name, `<module>` at the top level.
        public let function: String

        /// Describes a frame.
        public init(file: String, line: Int, function: String) {
            self.file = file
            self.line = line
            self.function = function
        }
    }

    /// The frames, the one that raised last.
    public let frames: [Frame]

    /// Reads the traceback of an exception.
    ///
    /// - Parameter exception: The exception object.
    public init(of exception: PythonObject) {
        guard let first = PyException_GetTraceback(exception.pointer) else {
            frames = []
            return
        }
        var frames: [Frame] = []
        var next: PythonObject? = PythonObject(stealing: first)
        while let entry = next, !entry.isNone {
            if let frame = try? entry.attribute("tb_frame"),
                let line = try? Int(python: entry.attribute("tb_lineno"))
            {
                frames.append(Self.frame(of: frame, line: line))
            }
            next = try? entry.attribute("tb_next")
        }
        self.frames = frames
    }

    /// The frames of a running call, outermost first.
    ///
    /// - Parameter frame: A Python frame object; its callers are followed by `f_back`.
    public init(ofFrame frame: PythonObject) {
        var frames: [Frame] = []
        var next: PythonObject? = frame
        while let entry = next, !entry.isNone {
            let line = (try? entry.attribute("f_lineno")).flatMap { try? Int(python: $0) } ?? 0
            frames.append(Self.frame(of: entry, line: line))
            next = try? entry.attribute("f_back")
        }
        self.frames = frames.reversed()
    }

    private static func frame(of frame: PythonObject, line: Int) -> Frame {
        let code = try? frame.attribute("f_code")
        func text(_ name: String) -> String {
            (try? code?.attribute(name).text()) ?? "?"
        }
        return Frame(file: text("co_filename"), line: line, function: text("co_name"))
    }
}
