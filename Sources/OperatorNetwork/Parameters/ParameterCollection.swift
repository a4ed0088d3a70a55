/// The parameters of one operator, by name and by page.
///
/// Built-in parameters are made when they are first asked for, so that an operator whose
/// parameters nobody touches costs nothing.
///
/// - Thread: main
/// - Source: <https://docs.derivative.ca/ParCollection_Class>
package final class ParameterCollection {
    // SAFETY: cleared by the operator's `deinit`, so it never outlives the operator; read on the main
    // thread only.
    private nonisolated(unsafe) unowned(unsafe) var ownerLink: Operator?
    private let table: ParameterTable
    // SAFETY: changed on the main thread; read in the operator's `deinit`, when no change can run.
    /// Every parameter made so far.
    nonisolated(unsafe) var made: MadeParameters
    /// The pages of custom parameters, in order.
    package internal(set) var customPages: [CustomPage] = []
    /// The sequences made so far; the built-in ones are made when a name is not found without.
    var madeSequences: [ParameterSequence] = []
    private var hasMadeSequences = false

    init(owner: Operator) {
        ownerLink = owner
        table = owner.type.parameterTable
        made = MadeParameters(table)
    }

    /// The operator, `nil` once it is gone.
    package var owner: Operator? { ownerLink }

    /// Lets go of the operator, whose `deinit` runs.
    nonisolated func ownerEnds() {
        ownerLink = nil
        made.ownerEnds()
    }

    /// The parameter of a name, compared exactly; `nil` without one.
    ///
    /// The names that extensions had before sequences (`extension1`, `extname1`,
    /// `promoteextension1`) give the parameters they became.
    package subscript(name: String) -> Parameter? {
        if let place = table.place(of: name) { return builtIn(at: place) }
        if let parameter = made[name] { return parameter }
        guard table.hasSequences else { return nil }
        makeSequences()
        return made[name] ?? LegacyParameterName.current(name).flatMap { made[$0] }
    }

    /// Where a built-in parameter stands in its type's table.
    package func place(of name: String) -> Int? { table.place(of: name) }

    /// The built-in parameter at a place in its type's table.
    package func builtIn(at place: Int) -> Parameter? {
        made.builtIn(at: place) ?? make(table.definitions[place])
    }

    /// The constant of a parameter, which is not made for that; `nil` without one of that name.
    package func value(of name: String) -> ParameterValue? {
        guard let place = table.place(of: name) else { return self[name]?.value }
        return made.builtIn(at: place)?.value ?? table.definitions[place].definition.defaultValue
    }

    /// Every parameter: the built-in ones in their pages' order, then the custom ones.
    package var all: [Parameter] { builtIn + custom }

    /// Every parameter made so far; all others are at their defaults.
    package var allMade: [Parameter] { made.all }

    package var builtIn: [Parameter] {
        makeSequences()
        return table.definitions.indices.flatMap { withBlocks(builtIn(at: $0)) }
    }

    package var custom: [Parameter] {
        customPages.flatMap { page in
            page.groups.flatMap { $0.parameters.flatMap { withBlocks($0) } }
        }
    }

    /// The names of the pages: the built-in ones first.
    package var pageNames: [String] { table.pages + customPages.map(\.name) }

    /// The names of the type's own pages.
    package var builtInPageNames: [String] { table.pages }

    /// The parameters on a page of that name, in order; none when there is no such page.
    package func parameters(onPage name: String) -> [Parameter] {
        all.filter { $0.definition.page == name }
    }

    /// The groups on a page of the type's own, in order.
    package func groups(onBuiltInPage name: String) -> [ParameterGroup] {
        makeSequences()
        let parameters = table.definitions.filter { $0.definition.page == name }.flatMap {
            withBlocks(builtIn(at: $0.place))
        }
        return ParameterGroup.groups(of: parameters)
    }

    /// The parameters whose names match a pattern, in order.
    package func matching(_ pattern: Pattern) -> [Parameter] {
        all.filter { pattern.matches($0.name) }
    }

    /// The group of a name; a parameter that stands alone is a group of its own.
    package func group(named name: String) -> ParameterGroup? {
        var parts = table.definitions.filter { $0.definition.group == name }
            .compactMap { builtIn(at: $0.place) }
        if parts.isEmpty { parts = customGroup(named: name)?.parameters ?? [] }
        if parts.isEmpty, let found = groupInSequence(named: name) { return found }
        return parts.isEmpty ? nil : ParameterGroup(name: name, parameters: parts)
    }

    /// The group that a parameter belongs to.
    package func group(of parameter: Parameter) -> ParameterGroup {
        group(named: parameter.definition.group)
            ?? ParameterGroup(name: parameter.name, parameters: [parameter])
    }

    /// Every group, in the order of `all`.
    package var groups: [ParameterGroup] { ParameterGroup.groups(of: all) }

    private func groupInSequence(named name: String) -> ParameterGroup? {
        for sequence in sequences where name.hasPrefix(sequence.name) {
            let rest = name.dropFirst(sequence.name.count)
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard let number = Int(digits),
                let group = sequence.group(String(rest.dropFirst(digits.count)), inBlock: number),
                group.name == name
            else { continue }
            return group
        }
        return nil
    }

    package var sequences: [ParameterSequence] {
        makeSequences()
        return madeSequences
    }

    package func sequence(named name: String) -> ParameterSequence? {
        makeSequences()
        return madeSequences.first { $0.name == name }
    }

    /// The parameters made so far that are neither custom nor part of a sequence, in their pages'
    /// order.
    var touched: [Parameter] { made.builtIn }

    /// What is wrong with the expressions that were evaluated last, by parameter.
    var failures: [String] {
        made.all.filter { $0.failure != nil }.sorted { $0.name < $1.name }.compactMap {
            parameter in parameter.failure.map { "\(parameter.name): \($0)" }
        }
    }

    func addSequence(_ parameter: Parameter) -> ParameterSequence {
        let sequence = ParameterSequence(parameter)
        madeSequences.append(sequence)
        return sequence
    }

    /// A parameter, and when it is a sequence those of its blocks after it.
    package func withBlocks(_ parameter: Parameter?) -> [Parameter] {
        guard let parameter else { return [] }
        guard parameter.style == .sequence,
            let sequence = madeSequences.first(where: { $0.parameter === parameter })
        else { return [parameter] }
        return [parameter] + sequence.blocks.flatMap { $0 }
    }

    private func make(_ definition: SharedDefinition) -> Parameter? {
        guard let owner else { return nil }
        let parameter = Parameter(definition, owner: owner)
        made.insert(builtIn: parameter)
        return parameter
    }

    private func makeSequences() {
        guard !hasMadeSequences, table.hasSequences else { return }

        hasMadeSequences = true
        for shared in table.definitions where shared.definition.style == .sequence {
            guard let parameter = builtIn(at: shared.place) else { continue }
            addSequence(parameter).makeFirstBlock()
        }
    }
}
