internal import PythonRuntime

/// Properties that scripts may set and read again, and on which nothing headless depends.
enum HeldProperty {
    /// The values that were set, of one project.
    final class Values {
        var all: [String: PythonObject] = [:]
    }

    /// A property that starts with a value and takes values of the same kind.
    ///
    /// - Parameters:
    ///   - owner: What it belongs to, as scripts name it.
    ///   - name: Its name.
    ///   - initial: What it is until it is set.
    /// - Returns: The member.
    static func member<Value: PythonConvertible & PythonConstructible>(
        _ owner: String, _ name: String, _ initial: Value
    ) -> NativeMember {
        let key = "\(owner).\(name)"
        return .property(
            name,
            get: { _ throws(PythonError) in
                if let set = try Host.running.held.all[key] { return set }
                return try initial.python()
            },
            set: { _, value throws(PythonError) in
                let checked =
                    initial is Bool
                    ? try value.isTrue().python() : try Value(python: value).python()
                try Host.running.held.all[key] = checked
            })
    }
}
