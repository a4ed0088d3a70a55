/// What an expression may stand for, as far as the analysis can tell.
indirect enum Value: Hashable {
    /// What a callable from outside the project gave; told apart by the call.
    struct Made: Hashable {
        /// The callable's dotted name, such as `threading.Thread`; `pool` and `queue` stand for
        /// all of their kind.
        let type: String
        let site: Expression
    }

    /// How much of an operator it is.
    enum OperatorPart: Hashable {
        /// Something that finds operators: `op`, `parent`, `ext`.
        case finder(String)
        /// An operator.
        case whole
        /// What hangs on one: a parameter, a cell, its storage, the project's time.
        case part
        /// A component's extension: an object of the project's own, whose methods any thread can run.
        case extended
    }

    case function(ScriptFunction)
    case method(of: Value, ScriptFunction)
    case partial(Value)
    case type(ScriptClass)
    case instance(ScriptClass)
    /// A script as a module.
    case module(Script)
    /// Something of a module outside the project, by dotted name.
    case external(String)
    case made(Made)
    case externalMethod(Made, String)
    /// A list, tuple, set or dictionary, told apart by the expression that makes it.
    case collection(Expression)
    case text(String)
    case operators(OperatorPart)

    /// The function that a call of it runs, if it is one of the project.
    var callee: ScriptFunction? {
        switch self {
        case .function(let function), .method(_, let function): function
        case .partial(let inner): inner.callee
        default: nil
        }
    }
}
