/// Where the analysis reads: the names it sees, and whose code it is.
struct Place {
    let scope: Scope
    let script: Script
    /// The function around, nil for a script's own statements.
    let function: ScriptFunction?
}
