internal import PythonRuntime

/// `td.Colors`, `td.Options` and `td.Preferences`: values of the application by name, such as
/// `ui.colors['worksheet.bg']`.
///
/// Which names TouchDesigner has, and what they are at first, is the application's; here a name is
/// there once it is set.
///
/// - Source: <https://docs.derivative.ca/Colors_Class>, <https://docs.derivative.ca/Options_Class>,
///   <https://docs.derivative.ca/Preferences_Class>
enum NamedValuesType {
    /// Which of the dictionaries an object stands for.
    final class Place {
        let kind: LateType
        let values: ReferenceWritableKeyPath<UserInterface, [String: PythonObject]>

        init(
            _ kind: LateType,
            _ values: ReferenceWritableKeyPath<UserInterface, [String: PythonObject]>
        ) {
            (self.kind, self.values) = (kind, values)
        }
    }

    static func object(
        _ kind: LateType,
        _ values: ReferenceWritableKeyPath<UserInterface, [String: PythonObject]>
    ) throws(PythonError) -> PythonObject {
        try kind.instance(of: Place(kind, values))
    }

    static func members(of kind: LateType) -> [NativeMember] {
        [
            .method("__len__") { call throws(PythonError) in
                try values(call, kind).count.python()
            },
            .method("__iter__") { call throws(PythonError) in
                try values(call, kind).keys.sorted().python().callMethod("__iter__")
            },
            .method("__contains__", "name") { call throws(PythonError) in
                try (values(call, kind)[call[0].text()] != nil).python()
            },
            .method("__getitem__", "name") { call throws(PythonError) in
                let name = try call.string(0)
                guard let value = try values(call, kind)[name] else {
                    throw TDErrors.error(
                        "\(kind.rawValue) has no '\(name)' here: there is no application window, so a "
                            + "name is there once it is set.")
                }
                return value
            },
            .method("__setitem__", "name, value") { call throws(PythonError) in
                let place = try kind.payload(of: call.owner, as: Place.self)
                let name = try call.string(0)
                try Host.running.interface[keyPath: place.values][name] = call[1]
                return .none
            },
            .method("resetToDefaults") { call throws(PythonError) in
                let place = try kind.payload(of: call.owner, as: Place.self)
                try Host.running.interface[keyPath: place.values] = [:]
                return .none
            },
        ] + (kind == .preferences ? files : [])
    }

    private static var files: [NativeMember] {
        [
            .property("defaults") { _ throws(PythonError) in try PythonObject.dictionary() },
            .method("load") { _ in .none },
            .method("save") { _ in .none },
        ]
    }

    private static func values(
        _ call: NativeCall, _ kind: LateType
    ) throws(PythonError) -> [String: PythonObject] {
        let place = try kind.payload(of: call.owner, as: Place.self)
        return try Host.running.interface[keyPath: place.values]
    }
}
