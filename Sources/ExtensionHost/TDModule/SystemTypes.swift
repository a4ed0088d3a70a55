internal import PythonRuntime

/// `td.SysInfo`, `td.Monitors` and `td.Licenses`: the machine, without a screen, a GPU or a licence.
///
/// - Source: <https://docs.derivative.ca/SysInfo_Class>, <https://docs.derivative.ca/Monitors_Class>,
///   <https://docs.derivative.ca/Licenses_Class>
enum SystemTypes {
    static var systemMembers: [NativeMember] {
        machine + HeadlessMembers.marked("no such device is there", devices)
    }

    private static var machine: [NativeMember] {
        [
            .property("numCPUs") { _ throws(PythonError) in
                try PythonObject.module("os").callMethod("cpu_count")
            },
            .property("ram") { _ throws(PythonError) in
                // TouchDesigner tells no unit; these are megabytes that are free now.
                let system = try PythonObject.module("os")
                let pages = try Double(python: system.callMethod("sysconf", freePages.python()))
                let size = try Double(python: system.callMethod("sysconf", "SC_PAGE_SIZE".python()))
                return try (pages * size / 1_048_576).python()
            },
        ]
    }

    private static var devices: [NativeMember] {
        [
            value("numMonitors", 0), value("xres", 0), value("yres", 0), value("tfs", ""),
            value("MIDIInputs", [String]()), value("MIDIOutputs", [String]()),
            value("GPUName", ""), value("GPUID", ""), value("GPUPlatformID", ""),
        ]
    }

    static var monitorsMembers: [NativeMember] {
        ["width", "height", "left", "right", "top", "bottom"].map { value($0, 0) }
            + empty + [
                .property("primary") { _ in .none },
                .method("locate", "x, y") { _ in .none },
                .method("refresh") { _ in .none },
            ]
    }

    static var licensesMembers: [NativeMember] {
        empty + [
            HeldProperty.member("licenses", "disablePro", false),
            value("dongles", [PythonObject]()), value("isNonCommercial", true),
            value("isPro", false), value("systemCode", ""), value("type", "Non-Commercial"),
            .property("machine") { _ throws(PythonError) in
                try PythonObject.module("platform").callMethod("node")
            },
            .method("install", "key") { _ throws(PythonError) in try false.python() },
        ]
    }

    #if os(macOS)
    private static let freePages = "SC_PHYS_PAGES"
    #else
    private static let freePages = "SC_AVPHYS_PAGES"
    #endif

    /// A list with nothing in it.
    private static var empty: [NativeMember] {
        [
            .method("__len__") { _ throws(PythonError) in try 0.python() },
            .method("__iter__") { _ throws(PythonError) in
                try PythonObject.list().callMethod("__iter__")
            },
            .method("__getitem__", "index") { call throws(PythonError) in
                try PythonObject.list().item(call[0])
            },
        ]
    }

    private static func value(_ name: String, _ value: any PythonConvertible) -> NativeMember {
        .property(name) { _ throws(PythonError) in try value.python() }
    }
}
