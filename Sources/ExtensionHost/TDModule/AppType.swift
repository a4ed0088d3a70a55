internal import PythonRuntime

#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// `td.App`: the program that runs the project.
///
/// - Source: <https://docs.derivative.ca/App_Class>
enum AppType {
    static var members: [NativeMember] {
        identity + folders
            + HeadlessMembers.marked("nothing here depends on it; what is set is kept", settings)
            + HeadlessMembers.marked("there are no textures and no licences", limits)
    }

    private static var identity: [NativeMember] {
        [
            reading("product") { _ in "Understudy" },
            reading("version") { _ in "099" },
            reading("build") { $0.configuration.apiLevel },
            reading("experimental") { _ in false },
            reading("architecture") { _ in "\(Int.bitWidth)" },
            reading("osName") { _ in
                #if os(macOS)
                "macOS"
                #else
                "Linux"
                #endif
            },
            .property("osVersion") { _ throws(PythonError) in
                try PythonObject.module("platform").attribute("release").call()
            },
            .property("compileDate") { _ throws(PythonError) in
                // What lies beside the program is written when it is built.
                let time = try PythonObject.module("os")
                    .callMethod("stat", Host.bundledFolder.python()).attribute("st_mtime")
                let date = try PythonObject.module("time").callMethod("localtime", time)
                return try PythonObject.tuple([
                    date.attribute("tm_year"), date.attribute("tm_mon"), date.attribute("tm_mday"),
                ])
            },
            reading("processId") { _ in Int(clamping: getpid()) },
            reading("launchTime") { $0.launchTime },
            .property(
                "logExtensionCompiles",
                get: { _ throws(PythonError) in
                    try Host.running.extensions.logsCompiles.python()
                },
                set: { _, value throws(PythonError) in
                    let logs = try value.isTrue()
                    try Host.running.extensions.logsCompiles = logs
                }),
            .property("pythonExecutable") { _ throws(PythonError) in
                try PythonObject.module("sys").attribute("executable")
            },
            .property("pyEnvHelper") { _ throws(PythonError) in
                try PythonObject.module("understudy_pyenv").attribute("helper").call()
            },
        ]
    }

    /// Where things lie: the program's own folder for what TouchDesigner installs, and the user's.
    private static var folders: [NativeMember] {
        [
            folder("installFolder") { installFolder },
            folder("binFolder") { installFolder },
            folder("systemFolder") { installFolder },
            folder("configFolder") { installFolder + "/Config" },
            folder("samplesFolder") { installFolder + "/Samples" },
            folder("paletteFolder") { installFolder + "/Samples/Palette" },
            folder("applicationsFolder") {
                #if os(macOS)
                "/Applications"
                #else
                "/opt"
                #endif
            },
            folder("desktopFolder") { () throws(PythonError) in try home() + "/Desktop" },
            folder("preferencesFolder") { () throws(PythonError) in
                try home() + "/.config/understudy"
            },
            folder("userPaletteFolder") { () throws(PythonError) in
                try home() + "/Documents/Derivative/Palette"
            },
            .property("tempFolder") { _ throws(PythonError) in
                try PythonObject.module("tempfile").attribute("gettempdir").call()
            },
        ]
    }

    private static var settings: [NativeMember] {
        [
            .property(
                "power", get: { _ throws(PythonError) in try true.python() },
                set: { _, value throws(PythonError) in
                    guard try value.isTrue() else {
                        throw TDErrors.error(
                            "app.power can't be switched off here; pause me.time instead.")
                    }
                }),
            reading("windowColorBits") { _ in 8 },
            HeldProperty.member("app", "enableCachedParameters", true),
            HeldProperty.member("app", "enableOptimizedExprs", true),
            HeldProperty.member("app", "recentFiles", [String]()),
        ]
    }

    /// Limits of textures and licences, of which a headless project has neither.
    private static var limits: [NativeMember] {
        [
            nothing("addNonCommercialLimit", "password=None"),
            nothing("addResolutionLimit", "x, y, password=None"),
            .method("removeNonCommercialLimit", "password=None") { _ throws(PythonError) in
                try false.python()
            },
            .method("removeResolutionLimit", "password=None") { _ throws(PythonError) in
                try false.python()
            },
        ]
    }

    /// Where the program lies, two folders above what it bundles.
    private static var installFolder: String {
        let parts = Host.bundledFolder.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(2).joined(separator: "/")
    }

    private static func home() throws(PythonError) -> String {
        try PythonObject.module("os.path").callMethod("expanduser", "~".python()).text()
    }

    private static func folder(
        _ name: String, _ path: @escaping () throws(PythonError) -> String
    ) -> NativeMember {
        .property(name) { _ throws(PythonError) in try path().python() }
    }

    private static func nothing(_ name: String, _ signature: String) -> NativeMember {
        .method(name, signature) { _ in .none }
    }

    private static func reading(
        _ name: String, _ get: @escaping (Host) -> any PythonConvertible
    ) -> NativeMember {
        .property(name) { _ throws(PythonError) in try get(Host.running).python() }
    }
}
