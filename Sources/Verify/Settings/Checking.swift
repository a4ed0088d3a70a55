/// A check of what lies at some paths, by the settings there and those of the command line.
package struct Checking {
    /// Why rules that were asked for cannot look.
    package struct NoSuchRule: Error, CustomStringConvertible {
        package let description: String
    }

    /// What was found.
    package let check: StaticCheck
    private let target: CheckTarget
    private let settings: CheckSettings
    private let rules: [any Rule.Type]

    /// Looks through the scripts at some paths.
    ///
    /// - Parameters:
    ///   - paths: Files of any project format, or folders.
    ///   - select: Rules to look with, divided by commas; nil for what the settings say.
    ///   - ignore: Rules to leave out, likewise.
    ///   - showsAdvice: Whether findings count that are seldom worth a change.
    /// - Throws: `NoSuchRule`, `ProjectError` for what cannot be read, `CheckTarget.NoPython`.
    package init(
        _ paths: [String], select: String? = nil, ignore: String? = nil, showsAdvice: Bool = false
    ) throws {
        let chosen = try select.map { try Self.rules($0, mustLook: true) }
        let left = try ignore.map { try Self.rules($0, mustLook: false) }
        target = try CheckTarget(paths)
        settings = try CheckSettings(
            select: chosen, ignore: left, showsAdvice: showsAdvice,
            for: target.sources.map(\.file))
        rules = RuleCatalog.all.filter { chosen?.contains($0.id) != false }
        check = StaticCheck(
            target.sources, rules: rules, missing: target.unreadable, keeping: settings.covers)
    }

    /// Mends in memory what can be mended.
    ///
    /// - Parameter allowsUnsafe: Whether code that works today may be changed too.
    /// - Returns: The changed files.
    package func mending(allowsUnsafe: Bool) -> Mending {
        Mending(check, target.sources, allowsUnsafe: allowsUnsafe) { sources in
            StaticCheck(
                sources, rules: rules, missing: target.unreadable, keeping: settings.covers)
        }
    }

    private static func rules(_ names: String, mustLook: Bool) throws(NoSuchRule) -> Set<String> {
        var found: Set<String> = []
        for name in names.split(separator: ",").map(String.init) {
            let rules = RuleCatalog.rules(name)
            guard !rules.isEmpty else {
                throw NoSuchRule(
                    description: "There is no rule \(name); understudy explain lists them.")
            }
            if mustLook, rules.count == 1, let rule = rules[0] as? any RunTimeRule.Type {
                throw NoSuchRule(
                    description: "\(rule.id) shows only when the project runs: "
                        + "\(rule.finder) finds it, and check does not look for it.")
            }
            found.formUnion(rules.map { $0.id })
        }
        return found
    }
}
