internal import OperatorNetwork

/// What is said of a project of which nothing runs.
package enum IdleProject {
    /// Says so of a project, and what to do.
    package static func sentence(_ file: String) -> String {
        "Nothing in \(file) is ever called: it has no Execute DAT and no extension. "
            + "--call calls an expression."
    }
}

extension Host {
    /// Whether nothing of the project is ever called: it has no Execute DAT, no network DAT and no extension.
    package var isIdle: Bool {
        network.root.withDescendants.allSatisfy { node in
            node.type.name != "executeDAT" && !NetworkDATs.kinds.contains(node.type.name)
                && !Self.hasExtension(node)
        }
    }

    private static func hasExtension(_ node: Operator) -> Bool {
        guard let sequence = node.parameters.sequence(named: "ext") else { return false }
        return sequence.blocks.indices.contains { block in
            guard let object = sequence.parameter("object", inBlock: block) else { return false }
            return object.mode != .constant || object.value != .string("")
        }
    }
}
