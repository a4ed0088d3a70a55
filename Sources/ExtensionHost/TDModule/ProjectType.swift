internal import Frames
internal import OperatorNetwork
internal import PythonRuntime

/// `td.Project`: the running project.
///
/// - Source: <https://docs.derivative.ca/Project_Class>
enum ProjectType {
    static var members: [NativeMember] {
        identity + pace + files + stacks
            + HeadlessMembers.marked("there is no window; what is set is kept", windows)
            + HeadlessMembers.marked("nothing here depends on it; what is set is kept", caching)
            + HeadlessMembers.marked("no .tox is watched for it", watching)
    }

    private static var identity: [NativeMember] {
        [
            reading("folder") { $0.configuration.projectFolder },
            reading("name") { $0.configuration.projectName },
            // Nothing here was saved by TouchDesigner, so there is no version that did.
            reading("saveVersion") { _ in "" },
            reading("saveBuild") { _ in "" },
            reading("saveTime") { _ in "" },
            reading("saveOSName") { _ in "" },
            reading("saveOSVersion") { _ in "" },
            .property("paths") { _ throws(PythonError) in
                try paths(of: Host.running)
            },
            reading("isPrivate") { _ in false },
            reading("isPrivateKey") { _ in false },
            refusing("addPrivacy", "key"),
            answeringNo("removePrivacy", "key"),
            answeringNo("accessPrivateContents", "key"),
        ]
    }

    private static var pace: [NativeMember] {
        [
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
        ]
    }

    private static var caching: [NativeMember] {
        [HeldProperty.member("project", "cacheParameters", true)]
    }

    private static var watching: [NativeMember] {
        [
            reading("externalToxModifiedInProject") { _ in false },
            reading("externalToxModifiedOnDisk") { _ in false },
        ]
    }

    private static var files: [NativeMember] {
        [
            .method("save", "path=None, saveExternalToxs=False") { call throws(PythonError) in
                let host = try Host.running
                let path = try call[0].isNone ? nil : call[0].text()
                if try call.bool(1) { try saveExternals(host) }
                _ = try host.saveProject(to: path)
                return try true.python()
            },
            .method("load", "path=None") { call throws(PythonError) in
                try Host.running.replaceProject(by: call[0].isNone ? nil : call[0].text())
                return .none
            },
            .method("quit", "force=False, crash=False") { _ throws(PythonError) in
                try Host.running.loop.stop()
                return .none
            },
        ]
    }

    private static var stacks: [NativeMember] {
        [
            .method("stack") { _ throws(PythonError) in
                try (Host.running.activity.description).python()
            },
            .method("pythonStack") { _ throws(PythonError) in
                let lines = try PythonObject.module("traceback").callMethod("format_stack")
                return try "".python().callMethod("join", lines)
            },
        ]
    }

    /// There is no window; what is set is there to be read and saved.
    private static var windows: [NativeMember] {
        [
            HeldProperty.member("project", "performOnStart", false),
            HeldProperty.member("project", "resetAudioOnDeviceChange", true),
            HeldProperty.member("project", "windowDraw", true),
            HeldProperty.member("project", "windowOnTop", false),
            HeldProperty.member("project", "windowStartCustomWidth", 1280),
            HeldProperty.member("project", "windowStartCustomHeight", 720),
            HeldProperty.member("project", "windowStartCustomX", 0),
            HeldProperty.member("project", "windowStartCustomY", 0),
            HeldProperty.member("project", "sdrReferenceWhiteNits", 80),
            HeldProperty.member("project", "hdrReferenceWhiteNits", 100),
            .property(
                "performWindowPath",
                get: { _ throws(PythonError) in
                    let path = try Host.running.held.all["performWindowPath"]
                    guard let path else { return .none }
                    let text = try path.text()
                    return try OperatorObject.objectOrNone(
                        of: Host.network.find(text, from: Host.network.root))
                },
                set: { _, value throws(PythonError) in
                    try Host.running.held.all["performWindowPath"] = try value.text().python()
                }),
            EnumType.member("project", "windowStartMode", of: .windowStartMode),
            EnumType.member("project", "editorWindowPixelFormat", of: .windowPixelFormat),
            EnumType.member("project", "workingColorSpace", of: .workingColorSpace),
            .method("applyWindowSettings") { _ in .none },
        ]
    }

    /// The dictionary of path prefixes, which `tdu.expandPath` reads too.
    static func paths(of host: Host) throws(PythonError) -> PythonObject {
        if let known = host.held.all["project.paths"] { return known }
        let paths = try PythonObject.dictionary()
        host.held.all["project.paths"] = paths
        return paths
    }

    private static func saveExternals(_ host: Host) throws(PythonError) {
        for node in host.network.root.withDescendants {
            guard case .string(let path)? = node.parameters.value(of: "externaltox"), !path.isEmpty
            else { continue }
            _ = try host.save(node, to: path)
        }
    }

    private static func refusing(_ name: String, _ signature: String) -> NativeMember {
        .method(name, signature) { _ throws(PythonError) in
            throw TDErrors.error(
                "project.\(name)() needs a TouchDesigner Pro license; Understudy's files are text.")
        }
    }

    private static func answeringNo(_ name: String, _ signature: String) -> NativeMember {
        .method(name, signature) { _ throws(PythonError) in try false.python() }
    }

    private static func reading(
        _ name: String, _ get: @escaping (Host) -> any PythonConvertible
    ) -> NativeMember {
        .property(name) { _ throws(PythonError) in try get(Host.running).python() }
    }
}
