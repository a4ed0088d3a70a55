/// A function of a script, as the analysis knows it.
package final class ScriptFunction: IdentityHashable, Changing {
    var changedAt = 0
    var seenIn = 0
    /// Its name with the classes and functions around it, such as `Worker.run`.
    package let name: String
    package let definition: FunctionDefinition
    package let script: Script
    /// The class it is a method of.
    package let owner: ScriptClass?
    /// The scope around it; its own is made with it.
    let outer: Scope
    /// The scope of its own names.
    private(set) lazy var scope = Scope(.function(self), in: outer)
    var returned: Set<Value> = []
    /// The last reading of its body.
    var reading = Reading()
    var isStatic = false
    var isClassMethod = false
    var isProperty = false

    /// The method or function of a script that it stands in, itself if it stands in none.
    var outermost: ScriptFunction {
        var scope: Scope? = outer
        var found = self
        while let current = scope {
            if case .function(let function) = current.kind { found = function }
            scope = current.outer
        }
        return found
    }

    init(
        _ definition: FunctionDefinition, name: String, owner: ScriptClass?, in outer: Scope,
        of script: Script
    ) {
        self.definition = definition
        self.name = name
        self.owner = owner
        self.outer = outer
        self.script = script
    }
}
