/// What somebody did, or was about to do, to an operator or another object of the project.
package struct Access: Sendable, Hashable {
    /// The three ways to touch a member.
    package enum Kind: String, Sendable, CaseIterable {
        /// The value was asked for.
        case read
        /// The value was set.
        case write
        /// The method or function was called.
        case call
    }

    /// The operator's path, or the name of an object such as `absTime`; empty for a function.
    package let operatorPath: String
    /// The member as code spells it: `text`, `par.tx`, `[0, 0].val`, `appendRow`.
    package let member: String
    /// Whether the member was read, written or called.
    package let kind: Kind

    /// Describes an access.
    ///
    /// - Parameters:
    ///   - operatorPath: The operator's path, an object's name, or nothing for a function.
    ///   - member: The member as code spells it.
    ///   - kind: Whether it was read, written or called.
    package init(operatorPath: String, member: String, kind: Kind) {
        self.operatorPath = operatorPath
        self.member = member
        self.kind = kind
    }

    /// The access as a verb and its object: `called appendRow() of /project1/table1`.
    package var deed: String { "\(verb) \(object)" }

    /// What was touched: `appendRow() of /project1/table1`.
    package var object: String {
        let name = kind == .call && !member.hasSuffix(")") ? "\(member)()" : member
        return operatorPath.isEmpty ? name : "\(name) of \(operatorPath)"
    }

    /// What was done, as a participle: `read`, `written`, `called`.
    package var participle: String {
        switch kind {
        case .read: "read"
        case .write: "written"
        case .call: "called"
        }
    }

    private var verb: String {
        switch kind {
        case .read: "read"
        case .write: "wrote"
        case .call: "called"
        }
    }
}
