internal import OperatorNetwork
internal import PythonRuntime

/// The members that only operators of one type have.
enum DATTypeMembers {
    /// The members of a type's class, beside those of its family.
    static func members(of type: String) -> [NativeMember] {
        switch type {
        case "selectDAT", "substituteDAT": input.map(position)
        case "evaluateDAT": (input + ["exprCell", "exprCol", "exprRow", "exprTable"]).map(position)
        case "insertDAT", "tableDAT": ["fillName", "subCol", "subRow"].map(position)
        case "jsonDAT": ["source", "result", "results"].map(position)
        case "fileoutDAT": [writeCount]
        case "textDAT": [textFormat]
        case "scriptDAT": [textFormat] + OperatorParameters.customMembers
        default: []
        }
    }

    private static let input = ["inputCell", "inputCol", "inputRow", "inputTable"]

    /// What stands for the place that an expression is evaluated at; `None` at all other times.
    ///
    /// - Source: <https://docs.derivative.ca/EvaluateDAT_Class>
    private static func position(_ name: String) -> NativeMember {
        .reading(name) { node throws(PythonError) in
            let positions = try PythonObject.module("understudy_dats").attribute("positions")
            guard let members = try positions.value(forKey: node.id.number.python()) else {
                return PythonObject.none
            }
            if let value = try members.value(forKey: name) { return value }
            return PythonObject.none
        }
    }

    /// - Source: <https://docs.derivative.ca/FileoutDAT_Class>
    private static var writeCount: NativeMember {
        .reading("writeCount") { node throws(PythonError) in
            let written = try PythonObject.module("understudy_dats.fileout").attribute("written")
            if let count = try written.value(forKey: node.id.number.python()) { return count }
            return try 0.python()
        }
    }

    /// - Source: <https://docs.derivative.ca/ScriptDAT_Class>
    private static var textFormat: NativeMember {
        .member("textFormat", { $0.content?.kind == .text }) { node, value throws(PythonError) in
            try DATEditing.checkEditable(node)
            let isText = try value.isTrue()
            try changing { () throws(NetworkError) in
                try node.content?.convert(to: isText ? .text : .table)
            }
        }
    }
}
