internal import OperatorNetwork
internal import PythonRuntime

/// The names that scripts find in their globals, but that are put there only when the script's code
/// mentions them: modules and classes that are slow to make.
///
/// Code that can reach a name without mentioning it, as `eval` and `globals` do, gets all of them.
enum LateNames {
    private static let modules: Set = [
        "math", "re", "sys", "collections", "enum", "inspect", "traceback", "warnings", "tdu",
    ]
    private static let attributes = modules.union(GlobalFunctions.lateNames)
    private static let reflective: Set = [
        "eval", "exec", "compile", "globals", "locals", "vars", "dir", "__builtins__",
    ]
    /// The names that need no value, but what comes with the first import.
    private static let telltales = FirstImport.telltaleNames.subtracting(reflective)

    /// The late names that a piece of code needs.
    ///
    /// - Parameters:
    ///   - code: The compiled code.
    ///   - text: Its source, which tells `eval(…)` from `par.eval()`.
    /// - Returns: The names.
    /// - Throws: `MemoryError`.
    static func needed(by code: PythonObject, text: String) throws(PythonError) -> Set<String> {
        var mentioned: Set<String> = []
        try collect(from: code, into: &mentioned)
        if mentioned.contains(where: reflective.contains), isReflective(text) { return all }
        return mentioned.filter { telltales.contains($0) || isLate($0) }
    }

    /// Adds late names to globals that lack them.
    static func add(_ names: Set<String>, to globals: PythonObject) throws(PythonError) {
        if names.contains(where: { modules.contains($0) || telltales.contains($0) }) {
            try FirstImport.comes()
        }
        for name in names where !telltales.contains(name) {
            guard try globals.value(forKey: name) == nil else { continue }
            try globals.setItem(name, to: value(of: name))
        }
    }

    /// What a late name stands for.
    private static func value(of name: String) throws(PythonError) -> PythonObject {
        if modules.contains(name) { return try .module(name) }
        return try GlobalFunctions.lateAttribute(name)
    }

    private static var all: Set<String> { attributes.union(OperatorClasses.names) }

    private static func isLate(_ name: String) -> Bool {
        attributes.contains(name) || OperatorClasses.contains(name)
    }

    /// The names in code, and the short texts, which may be annotations.
    private static func collect(
        from code: PythonObject, into names: inout Set<String>
    ) throws(PythonError) {
        names.formUnion(try [String](python: code.attribute("co_names")))
        for constant in try code.attribute("co_consts").elements() {
            try collectConstant(constant, into: &names)
        }
    }

    private static func collectConstant(
        _ constant: PythonObject, into names: inout Set<String>
    ) throws(PythonError) {
        if constant.isString {
            guard try constant.count() <= 100 else { return }
            let words = try String(python: constant).split { !$0.isLetter && !$0.isNumber }
            names.formUnion(words.lazy.map(String.init).filter(OperatorClasses.contains))
        } else if constant.isTuple {
            for element in try constant.elements() { try collectConstant(element, into: &names) }
        } else if constant.typeName == "code" {
            try collect(from: constant, into: &names)
        }
    }

    /// Whether one of the reflective names stands in the text by itself, not as a member.
    private static func isReflective(_ text: String) -> Bool {
        var previous: UInt8 = 0
        var word: [UInt8] = []
        var startsAfterDot = false
        for byte in text.utf8 {
            let isPart =
                byte == UInt8(ascii: "_") || byte.isLetter || (byte.isDigit && !word.isEmpty)
            if isPart {
                if word.isEmpty { startsAfterDot = previous == UInt8(ascii: ".") }
                word.append(byte)
            } else {
                if !startsAfterDot, isReflective(word) { return true }
                word.removeAll(keepingCapacity: true)
            }
            previous = byte
        }
        return !startsAfterDot && isReflective(word)
    }

    private static func isReflective(_ word: [UInt8]) -> Bool {
        !word.isEmpty && word.count <= 12
            && reflective.contains(String(decoding: word, as: UTF8.self))
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (65...90).contains(self) || (97...122).contains(self) }
    fileprivate var isDigit: Bool { (48...57).contains(self) }
}
