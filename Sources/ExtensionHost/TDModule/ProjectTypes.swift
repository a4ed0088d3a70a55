internal import Frames
internal import PythonRuntime

#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// `project` and `app`: the running project and the program that runs it.
///
/// - Source: <https://docs.derivative.ca/Project_Class>, <https://docs.derivative.ca/App_Class>
enum ProjectTypes {
    static var projectMembers: [NativeMember] {
        [
            reading("folder") { $0.configuration.projectFolder },
            reading("name") { $0.configuration.projectName },
            reading("isPrivate") { _ in false },
            .property(
                "cookRate",
                get: { _ throws(PythonError) in try Host.running.loop.rate.python() },
                set: { _, value throws(PythonError) in
                    let rate = try Double(python: value)
                    guard rate > 0, rate.isFinite else {
                        throw PythonError(.valueError, "cookRate is a number above 0, not \(rate)")
                    }
                    try Host.running.loop.rate = rate
                }),
            .property(
                "realTime",
                get: { _ throws(PythonError) in try Host.running.loop.isRealTime.python() },
                set: { _, value throws(PythonError) in
                    let isRealTime = try value.isTrue()
                    try Host.running.loop.isRealTime = isRealTime
                }),
            .method("quit", "force=False, crash=False") { _ throws(PythonError) in
                try Host.running.loop.stop()
                return .none
            },
        ]
    }

    static var appMembers: [NativeMember] {
        [
            reading("product") { _ in "Understudy" },
            reading("version") { _ in "099" },
            reading("build") { $0.configuration.apiLevel },
            reading("osName") { _ in
                #if os(macOS)
                "macOS"
                #else
                "Linux"
                #endif
            },
            reading("processId") { _ in Int(getpid()) },
            .property("pythonExecutable") { _ throws(PythonError) in
                try PythonObject.module("sys").attribute("executable")
            },
            .property(
                "power", get: { _ throws(PythonError) in try true.python() },
                set: { _, value throws(PythonError) in
                    guard try value.isTrue() else {
                        throw TDErrors.error(
                            "app.power can't be switched off here; pause me.time instead.")
                    }
                }),
            .property(
                "logExtensionCompiles",
                get: { _ throws(PythonError) in
                    try Host.running.extensions.logsCompiles.python()
                },
                set: { _, value throws(PythonError) in
                    let logs = try value.isTrue()
                    try Host.running.extensions.logsCompiles = logs
                }),
        ]
    }

    private static func reading(
        _ name: String, _ get: @escaping (Host) -> any PythonConvertible
    ) -> NativeMember {
        .property(name) { _ throws(PythonError) in try get(Host.running).python() }
    }
}
