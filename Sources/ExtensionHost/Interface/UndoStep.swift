internal import OperatorNetwork
internal import PythonRuntime

/// One change that can be taken back; operators are named by path, since they come and go with it.
enum UndoStep {
    /// An operator that was destroyed, and what it was wired to beside it.
    struct Kept {
        let node: Operator
        /// Its name, which the copy that is kept may not have been given.
        let name: String
        let parent: String
        let inputs: [(input: Int, output: Int, source: String)]
        let outputs: [(output: Int, input: Int, target: String)]
    }

    /// A parameter, by its operator and name, and what it held.
    case parameter(String, String, Parameter.State)
    /// A DAT, and the rows it held.
    case content(String, [[String]])
    /// A cell of a DAT, by the DAT's path, its row and its column, and the text it held.
    case cell(String, Int, Int, String)
    case creation(String)
    case destruction(Kept)
    /// An operator, and the name it had.
    case name(String, String)
    /// A function of the script's own, and what it is told.
    case call(PythonObject, PythonObject)
}
