/// A class of a script, as the analysis knows it.
package final class ScriptClass: IdentityHashable, Changing {
    var changedAt = 0
    var seenIn = 0
    package let name: String
    package let definition: ClassDefinition?
    package let script: Script
    private let outer: Scope
    /// The scope of the class body.
    private(set) lazy var scope = Scope(.type(self), in: outer)
    var bases: Set<Value> = []
    /// What the class body gives its names.
    var members: [String: Set<Value>] = [:]
    /// What is assigned to attributes of its objects.
    var attributes: [String: Set<Value>] = [:]
    /// The methods that the class body defines, in its order.
    var methods: [ScriptFunction] = []

    init(name: String, definition: ClassDefinition?, in outer: Scope, of script: Script) {
        self.name = name
        self.definition = definition
        self.script = script
        self.outer = outer
    }

    private var knownAncestry: [ScriptClass]?
    private var knownExternalBases: Set<String>?

    /// The class and the classes of scripts that it inherits from, nearest first.
    var ancestry: [ScriptClass] {
        if let knownAncestry { return knownAncestry }
        var found: [ScriptClass] = [self]
        var index = 0
        while index < found.count {
            for case .type(let base) in found[index].bases where !found.contains(base) {
                found.append(base)
            }
            index += 1
        }
        knownAncestry = found
        return found
    }

    /// Forgets what was worked out before some class's bases changed.
    func forgetAncestry() {
        knownAncestry = nil
        knownExternalBases = nil
    }

    /// The classes outside the project that it inherits from, by dotted name.
    var externalBases: Set<String> {
        if let knownExternalBases { return knownExternalBases }
        var names: Set<String> = []
        for type in ancestry {
            for case .external(let name) in type.bases { names.insert(name) }
        }
        knownExternalBases = names
        return names
    }
}
