internal import CPython
internal import CPythonShims

/// The frames of an exception as plain values, outermost first.
public struct Traceback: Sendable {
    /// One frame.
    public struct Frame: Sendable, Equatable {
        /// The code's file name; for a DAT its operator path.
        public let file: String
        /// The line that was running, from 1; 0 when the code has none.
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
            if let frame = try? entry.attribute("tb_frame") {
                frames.append(Self.frame(of: frame, line: Self.line(of: entry, "tb_lineno")))
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
            frames.append(Self.frame(of: entry, line: Self.line(of: entry, "f_lineno")))
            next = try? entry.attribute("f_back")
        }
        self.frames = frames.reversed()
    }

    /// CPython says `None` for code without a line.
    private static func line(of object: PythonObject, _ name: String) -> Int {
        (try? object.attribute(name)).flatMap { try? Int(python: $0) } ?? 0
    }

    private static func frame(of frame: PythonObject, line: Int) -> Frame {
        let code = try? frame.attribute("f_code")
        func text(_ name: String) -> String {
            (try? code?.attribute(name).text()) ?? "?"
        }
        return Frame(file: text("co_filename"), line: line, function: text("co_name"))
    }
}
