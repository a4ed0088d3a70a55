internal import OperatorNetwork
internal import PythonRuntime

/// Values of project files as Python objects.
extension PlainValue: nonisolated PythonConvertible {
    nonisolated func python() throws(PythonError) -> PythonObject {
        switch self {
        case .null: return .none
        case .bool(let value): return try value.python()
        case .int(let value): return try value.python()
        case .double(let value): return try value.python()
        case .string(let value): return try value.python()
        case .list(let values): return try values.python()
        case .tuple(let values): return try PythonObject.tuple(values.map(Self.object))
        case .set(let values):
            return try PythonObject.module("builtins").attribute("set").call(values.python())
        case .bytes(let bytes):
            return try PythonObject.module("builtins").attribute("bytes")
                .call(bytes.map(Int.init).python())
        case .dictionary(let entries):
            let dictionary = try PythonObject.dictionary()
            for entry in entries { try dictionary.setItem(entry.name, to: entry.value.python()) }
            return dictionary
        }
    }

    private nonisolated static func object(_ value: PlainValue) throws(PythonError) -> PythonObject
    {
        try value.python()
    }
}
