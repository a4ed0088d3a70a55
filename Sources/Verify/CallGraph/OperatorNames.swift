/// TouchDesigner's names that lead to operators.
///
/// - Source: <https://docs.derivative.ca/Td_Module>
enum OperatorNames {
    /// What finds operators.
    static let finders: Set = ["op", "ops", "opex", "parent", "ext", "iop", "ipar", "mod"]
    /// What is an operator.
    static let wholes: Set = ["me", "root"]
    /// What belongs to the main thread as operators do.
    static let parts: Set = ["absTime", "project", "ui", "runs", "monitors"]
    /// Modules that every script has.
    static let modules: Set = ["tdu", "td", "math", "re", "sys"]

    /// Whether a name is one that TouchDesigner gives every script, and leads to operators.
    static func isName(_ name: String) -> Bool {
        finders.contains(name) || wholes.contains(name) || parts.contains(name)
    }

    /// Members that give plain values, which any thread may have: numbers, texts, arrays.
    static let plainMembers: Set = [
        "path", "name", "id", "text", "val", "valid", "numRows", "numCols", "numChans",
        "numSamples", "width", "height", "depth", "digits", "base", "label", "family", "opType",
        "OPType", "frame", "seconds", "folder", "eval", "evalNorm", "numpyArray", "isMainThread",
        "fetch", "storage",
    ]

    /// Methods that give operators or parts of them; what others give is taken for plain.
    private static let findingMethods: Set = [
        "cell", "cells", "row", "rows", "col", "cols", "chan", "chans", "pars", "parGroup", "copy",
        "create", "findChildren", "findText", "parent", "op", "ops", "opex", "openViewer",
    ]

    /// Whether a call of an operator's member gives something that belongs to the main thread.
    static func isFinder(_ call: ExternalCall) -> Bool {
        guard case .call(let function, _) = call.expression.kind,
            case .attribute(_, let name) = function.kind
        else { return true }
        return findingMethods.contains(name)
    }

    private static let families = ["COMP", "DAT", "CHOP", "TOP", "SOP", "POP", "MAT", "OP"]

    /// Whether a class's name is that of an operator type, such as `baseCOMP` or `OP`.
    static func isOperatorType(_ name: String) -> Bool {
        families.contains { family in
            guard name.hasSuffix(family) else { return false }
            let start = name.dropLast(family.count)
            return start.allSatisfy { $0.isLowercase || $0.isNumber } || start == "Panel"
                || start == "Object"
        }
    }
}
