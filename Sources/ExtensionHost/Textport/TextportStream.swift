internal import PythonRuntime

/// `sys.stdout` and `sys.stderr` of the project: file-like objects over the textport.
enum TextportStream {
    private final class Target {
        let textport: Textport
        let stream: Textport.Stream

        init(_ textport: Textport, _ stream: Textport.Stream) {
            self.textport = textport
            self.stream = stream
        }
    }

    private static var type: NativeType?

    /// Puts both streams in place.
    static func install(_ textport: Textport) throws(PythonError) {
        if type == nil { type = try define() }
        guard let type else { return }
        let sys = try PythonObject.module("sys")
        for (name, stream) in [("stdout", Textport.Stream.output), ("stderr", .error)] {
            try sys.setAttribute(name, to: type.instance(of: Target(textport, stream)))
        }
    }

    private static func define() throws(PythonError) -> NativeType {
        try NativeType(
            "td.Textport",
            members: [
                .method("write", "text", thread: .any) { call throws(PythonError) in
                    let text = try call.string(0)
                    if let target = target(of: call.owner) {
                        target.textport.write(text, to: target.stream)
                    }
                    return try text.unicodeScalars.count.python()
                },
                .method("writelines", "lines", thread: .any) { call throws(PythonError) in
                    for line in try call[0].elements() { try call.owner.callMethod("write", line) }
                    return .none
                },
                .method("flush", thread: .any) { _ throws(PythonError) in .none },
                .method("isatty", thread: .any) { _ throws(PythonError) in try false.python() },
                .method("writable", thread: .any) { _ throws(PythonError) in try true.python() },
                .method("readable", thread: .any) { _ throws(PythonError) in try false.python() },
                .method("fileno", thread: .any) { call throws(PythonError) in
                    try Int(clamping: target(of: call.owner)?.stream.rawValue ?? 1).python()
                },
                .property("encoding", thread: .any) { _ throws(PythonError) in
                    try "utf-8".python()
                },
                .property("errors", thread: .any) { _ throws(PythonError) in
                    try "replace".python()
                },
                .property("closed", thread: .any) { _ throws(PythonError) in try false.python() },
                .property("buffer", thread: .any) { object throws(PythonError) in
                    let isError = target(of: object)?.stream == .error
                    return try PythonObject.module("sys")
                        .attribute(isError ? "__stderr__" : "__stdout__").attribute("buffer")
                },
            ])
    }

    private static func target(of object: PythonObject) -> Target? {
        type?.payload(of: object, as: Target.self)
    }
}
