internal import PythonRuntime

/// The enumerations of `td` that few projects use, each an `enum.Enum` made on first use.
///
/// - Source: <https://docs.derivative.ca/Project_Class>, <https://docs.derivative.ca/Pane_Class>
enum EnumType: String, CaseIterable {
    case windowStartMode = "WindowStartMode"
    case windowPixelFormat = "WindowPixelFormat"
    case workingColorSpace = "WorkingColorSpace"
    case paneType = "PaneType"

    private static var made: [EnumType: PythonObject] = [:]

    /// The names of its members; the first is what a project has by itself.
    private var names: [String] {
        switch self {
        case .windowStartMode: ["AUTO", "FULL", "LEFT", "RIGHT", "CUSTOM"]
        case .windowPixelFormat: ["SDR8_FIXED", "SDR10_FIXED", "HDR10_FIXED", "HDR16_FLOAT"]
        case .workingColorSpace: ["PASS_THROUGH", "ACES_CG", "SRGB_LINEAR"]
        case .paneType:
            [
                "NETWORKEDITOR", "PANEL", "GEOMETRYVIEWER", "TOPVIEWER", "CHOPVIEWER",
                "ANIMATIONEDITOR", "PARAMETERS", "TEXTPORT",
            ]
        }
    }

    /// The class.
    func type() throws(PythonError) -> PythonObject {
        if let known = Self.made[self] { return known }
        let type = try PythonObject.module("enum").attribute("Enum").call(
            rawValue.python(), names.python(), keywords: [("module", "td".python())])
        Self.made[self] = type
        try TDModule.types.object.setAttribute(rawValue, to: type)
        return type
    }

    /// The member of a name.
    func object(named name: String) throws(PythonError) -> PythonObject {
        try type().attribute(name)
    }

    /// The name of one of its members.
    ///
    /// - Throws: `td.tdError` for anything else.
    func name(of value: PythonObject) throws(PythonError) -> String {
        guard try value.isInstance(of: type()) else {
            throw TDErrors.error(
                "\(try value.representation()) is no \(rawValue); use \(rawValue)."
                    + "\(names.joined(separator: ", ")).")
        }
        return try value.attribute("name").text()
    }

    /// A property that holds one of the members.
    ///
    /// - Parameters:
    ///   - owner: What it belongs to, as scripts name it.
    ///   - name: Its name.
    ///   - kind: The enumeration.
    /// - Returns: The member.
    static func member(_ owner: String, _ name: String, of kind: EnumType) -> NativeMember {
        let key = "\(owner).\(name)"
        return .property(
            name,
            get: { _ throws(PythonError) in
                if let set = try Host.running.held.all[key] { return set }
                return try kind.object(named: kind.names[0])
            },
            set: { _, value throws(PythonError) in
                _ = try kind.name(of: value)
                try Host.running.held.all[key] = value
            })
    }
}
