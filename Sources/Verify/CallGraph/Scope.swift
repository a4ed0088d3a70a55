/// A place where names have a meaning: a script, a class body, a function.
final class Scope: Changing {
    enum Kind {
        case module
        case type(ScriptClass)
        case function(ScriptFunction)
    }

    let kind: Kind
    var changedAt = 0
    var seenIn = 0
    /// The scope around this one, nil for a script's.
    let outer: Scope?
    var variables: [String: Set<Value>] = [:]
    /// What the threads that run the function give its parameters, where that is known.
    var given: [String: Set<Value>] = [:]
    /// The script that the scope is part of.
    weak var script: Script?

    init(_ kind: Kind, in outer: Scope?) {
        self.kind = kind
        self.outer = outer
        script = outer?.script
    }

    /// The scope of the script around.
    var module: Scope {
        var scope = self
        while let outer = scope.outer { scope = outer }
        return scope
    }

    /// The class that the scope or one around it belongs to.
    var enclosingClass: ScriptClass? {
        var scope: Scope? = self
        while let current = scope {
            if case .type(let type) = current.kind { return type }
            scope = current.outer
        }
        return nil
    }

    /// The name of the scope before that of something in it.
    var prefix: String {
        switch kind {
        case .module: ""
        case .type(let type): "\(type.name)."
        case .function(let function): "\(function.name)."
        }
    }

    /// What a name means here, nil when nothing in the script gives it one; class bodies are not
    /// looked into from the functions inside them, and `onThread` counts only what other threads do.
    func lookUp(_ name: String, onThread: Bool = false) -> Set<Value>? {
        var scope: Scope? = self
        var isInside = false
        while let current = scope {
            var isVisible = true
            if isInside, case .type = current.kind { isVisible = false }
            if isVisible, let found = current.variables[name] {
                return onThread ? current.given[name] ?? found : found
            }
            isInside = true
            scope = current.outer
        }
        return nil
    }
}
