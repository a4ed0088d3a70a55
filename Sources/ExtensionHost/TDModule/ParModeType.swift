internal import OperatorNetwork
internal import PythonRuntime

/// `ParMode`: constant, expression, export or bind.
///
/// - Source: <https://docs.derivative.ca/Par_Class>
enum ParModeType {
    /// The class, an `enum.Enum` made on first use because `enum` is slow to import.
    static func type() throws(PythonError) -> PythonObject {
        if let made = TDModule.types.parMode { return made }
        let names = ParameterMode.allCases.map(\.rawValue)
        let type = try PythonObject.module("enum").attribute("Enum").call(
            "ParMode".python(), names.python(), keywords: [("module", "td".python())])
        try type.setAttribute(
            "__repr__",
            to: PythonSource(
                "lambda self: 'ParMode.' + self.name", fileName: "<td>", kind: .expression
            )
            .run(in: PythonObject.dictionary()))
        TDModule.types.parMode = type
        return type
    }

    static func object(for mode: ParameterMode) throws(PythonError) -> PythonObject {
        try type().attribute(mode.rawValue)
    }

    static func mode(of value: PythonObject) throws(PythonError) -> ParameterMode {
        let name = try value.isString ? value : value.attribute("name")
        guard let mode = ParameterMode(rawValue: try name.text()) else {
            throw TDErrors.error(
                "\(try value.representation()) is no parameter mode; use ParMode.CONSTANT, "
                    + "EXPRESSION, EXPORT or BIND.")
        }
        return mode
    }
}
