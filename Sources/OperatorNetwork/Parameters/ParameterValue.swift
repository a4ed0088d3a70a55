/// What a parameter holds or evaluates to; operators are held as the text of their path.
///
/// Only parameters of style `Python` hold an object.
package nonisolated enum ParameterValue: Hashable, Sendable {
    case none
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case object(ParameterObject)

    /// The value as Python's `str()` writes it.
    package var text: String {
        switch self {
        case .none: "None"
        case .bool(let value): value ? "True" : "False"
        case .int(let value): "\(value)"
        case .double(let value): "\(value)"
        case .string(let value): value
        case .object(let object): object.text
        }
    }

    /// What Python calls the value's type.
    var typeName: String {
        switch self {
        case .none: "NoneType"
        case .bool: "bool"
        case .int: "int"
        case .double: "float"
        case .string: "str"
        case .object: "object"
        }
    }
}
