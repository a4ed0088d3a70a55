internal import OperatorNetwork
internal import PythonRuntime

/// What a `td.Page` stands for: a page of a type's own parameters, or a custom one.
final class PageReference {
    private weak var node: Operator?
    private let builtIn: String
    /// The page, nil when it belongs to the operator's type.
    let custom: CustomPage?

    init(_ page: CustomPage) {
        custom = page
        node = page.owner
        builtIn = ""
    }

    init(_ name: String, of node: Operator) {
        custom = nil
        self.node = node
        builtIn = name
    }

    var name: String { custom?.name ?? builtIn }

    /// The operator, nil once it or the page is gone.
    var owner: Operator? {
        let owner = custom == nil ? node : custom?.owner
        return owner?.isValid == true ? owner : nil
    }

    /// The groups on the page, those of sequences' blocks after their sequence.
    var groups: [ParameterGroup] {
        guard let parameters = owner?.parameters else { return [] }
        guard let custom else {
            return parameters.groups(onBuiltInPage: builtIn)
        }
        return custom.groups.flatMap { group -> [ParameterGroup] in
            guard let first = group.parameters.first, first.style == .sequence else {
                return [group]
            }
            let sequence = parameters.sequence(named: first.name)
            let blocks = sequence?.blocks.indices ?? 0..<0
            return [group] + blocks.flatMap { sequence?.groups(inBlock: $0) ?? [] }
        }
    }

    var parameters: [Parameter] { groups.flatMap(\.parameters) }

    /// Whether two stand for the same page.
    func isSame(as other: PageReference) -> Bool {
        guard custom == nil, other.custom == nil else { return custom === other.custom }
        return node === other.node && builtIn == other.builtIn
    }
}
