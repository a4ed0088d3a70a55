internal import OperatorNetwork
internal import PythonRuntime

/// `td.Page`: a page of parameters, as long as a list of them.
///
/// - Source: <https://docs.derivative.ca/Page_Class>
enum PageType {
    static var members: [NativeMember] {
        description + list + changes + ParameterStyle.allCases.map(append)
    }

    /// An object for a page of an operator's own parameters or a custom one.
    static func make(_ page: PageReference) throws(PythonError) -> PythonObject {
        try LateType.page.type().instance(of: page)
    }

    /// The custom page of a name, made when there is none.
    static func make(_ name: String, of node: Operator) throws(PythonError) -> PythonObject {
        guard !name.isEmpty else { throw TDErrors.error("A custom page needs a name.") }
        return try make(PageReference(node.parameters.customPage(named: name)))
    }

    /// The pages of an operator's type.
    static func builtIn(of node: Operator) throws(PythonError) -> PythonObject {
        var pages: [PythonObject] = []
        for name in node.parameters.builtInPageNames {
            pages.append(try make(PageReference(name, of: node)))
        }
        return try list(pages)
    }

    /// The custom pages of an operator.
    static func custom(of node: Operator) throws(PythonError) -> PythonObject {
        var pages: [PythonObject] = []
        for page in node.parameters.customPages { pages.append(try make(PageReference(page))) }
        return try list(pages)
    }

    /// Pages as a list that takes their names as well.
    private static func list(_ pages: [PythonObject]) throws(PythonError) -> PythonObject {
        try PythonObject.module("understudy_pages").callMethod("Pages", PythonObject.list(pages))
    }

    /// The page that people see: the one that was chosen last, else the first.
    static func current(of node: Operator) throws(PythonError) -> PythonObject {
        let custom = node.parameters.customPages.first { $0.name == node.currentPage }
        if let custom { return try make(PageReference(custom)) }
        let names = node.parameters.builtInPageNames
        if let chosen = names.first(where: { $0 == node.currentPage }) ?? names.first {
            return try make(PageReference(chosen, of: node))
        }
        guard let first = node.parameters.customPages.first else { return .none }
        return try make(PageReference(first))
    }

    /// The name of an operator's page that an object or a name means.
    static func name(of page: PythonObject, in node: Operator) throws(PythonError) -> String {
        let name = try page.isString ? String(python: page) : reference(page).name
        guard node.parameters.pageNames.contains(name) else {
            throw TDErrors.error("\(node.path) has no page '\(name)'.")
        }
        return name
    }

    /// The page that a parameter stands on.
    static func page(of parameter: Parameter) throws(PythonError) -> PythonObject {
        guard let owner = parameter.owner else { return .none }
        if parameter.definition.isCustom {
            guard let page = owner.parameters.page(of: parameter) else { return .none }
            return try make(PageReference(page))
        }
        return try make(PageReference(parameter.definition.page, of: owner))
    }

    /// The custom page that an object or a name means.
    static func customPage(
        _ value: PythonObject, of parameters: ParameterCollection
    ) throws(PythonError) -> CustomPage? {
        if value.isString {
            let name = try String(python: value)
            return parameters.customPages.first { $0.name == name }
        }
        return try LateType.page.type().payload(of: value, as: PageReference.self)?.custom
    }

    private static var description: [NativeMember] {
        [
            .property(
                "name", get: { page throws(PythonError) in try reference(page).name.python() },
                set: { page, value throws(PythonError) in
                    let (page, parameters) = try changeable(page)
                    let name = try value.text()
                    try ParameterAccess.checked { () throws(ParameterError) in
                        try parameters.rename(page, to: name)
                    }
                }),
            reading("owner") { page throws(PythonError) in
                try OperatorObject.objectOrNone(of: page.owner)
            },
            reading("isCustom") { $0.custom != nil },
            reading("index") { page in
                guard let parameters = page.owner?.parameters else { return -1 }
                guard let custom = page.custom else {
                    return parameters.builtInPageNames.firstIndex(of: page.name) ?? -1
                }
                return parameters.customPages.firstIndex { $0 === custom } ?? -1
            },
            reading("pars") { page throws(PythonError) in try ParType.list(page.parameters) },
            reading("parGroups") { page throws(PythonError) in
                try ParGroupType.list(page.groups)
            },
            .method("__repr__") { call throws(PythonError) in
                let page = try reference(call.owner)
                return try "type:Page name:\(page.name) owner:\(page.owner?.path ?? "")".python()
            },
        ]
    }

    private static var list: [NativeMember] {
        [
            .method("__len__") { call throws(PythonError) in
                try reference(call.owner).parameters.count.python()
            },
            .method("__getitem__", "index") { call throws(PythonError) in
                try ParType.list(reference(call.owner).parameters).python().item(call[0])
            },
            .method("__iter__") { call throws(PythonError) in
                try ParType.list(reference(call.owner).parameters).python().callMethod("__iter__")
            },
            .method("__eq__", "other") { call throws(PythonError) in
                try (isSame(call.owner, call[0])).python()
            },
            .method("__ne__", "other") { call throws(PythonError) in
                try (!isSame(call.owner, call[0])).python()
            },
            .method("__hash__") { call throws(PythonError) in
                try reference(call.owner).name.hashValue.python()
            },
        ]
    }

    private static var changes: [NativeMember] {
        [
            .method("destroy") { call throws(PythonError) in
                let (page, parameters) = try changeable(call.owner)
                parameters.remove(page)
                return .none
            },
            .method("sort", "*pars") { call throws(PythonError) in
                let (page, parameters) = try changeable(call.owner)
                var names: [String] = []
                for value in call.rest { names.append(try groupName(value)) }
                let known = Set(page.groups.map(\.name))
                if let unknown = names.first(where: { !known.contains($0) }) {
                    throw TDErrors.error("The page \(page.name) has no parameter '\(unknown)'.")
                }
                parameters.sort(page, names)
                return .none
            },
            .method("resetPars") { call throws(PythonError) in
                var changed = false
                for parameter in try reference(call.owner).parameters
                where parameter.reset() { changed = true }
                return try changed.python()
            },
            .method("appendParGroup", "name, parGroup=None, label=None, order=None, replace=True") {
                call throws(PythonError) in
                try append(call, like: call[1].isNone ? nil : ParGroupType.group(of: call[1]))
            },
            // Older than parameter groups, and what code of that time calls.
            .method("appendPar", "name, par=None, label=None, order=None, replace=True") {
                call throws(PythonError) in
                guard !call[1].isNone else { return try append(call, like: nil) }
                let group = try ParGroupType.group(of: call[1].attribute("parGroup"))
                guard group.parameters.count == 1 else {
                    throw TDErrors.error(
                        "appendPar() makes one parameter, and \(group.name) is a group of "
                            + "\(group.parameters.count); use appendParGroup().")
                }
                return try append(call, like: group)
            },
        ]
    }

    /// A parameter group like another one; nil makes a plain one.
    private static func append(
        _ call: NativeCall, like source: ParameterGroup?
    ) throws(PythonError) -> PythonObject {
        let (page, parameters) = try changeable(call.owner)
        let label = try call[2].isNone ? nil : call.string(2)
        let order = try call[3].isNone ? nil : call.double(3)
        let (name, replacing) = try (call.string(0), call.bool(4))
        let group = try ParameterAccess.checked { () throws(ParameterError) in
            try parameters.appendCustom(
                name, like: source, label: label, on: page, order: order, replacing: replacing)
        }
        return try ParGroupType.make(group)
    }

    private static func append(_ style: ParameterStyle) -> NativeMember {
        let size = style.isSizable ? "size=1, " : ""
        return .method(
            "append\(style.rawValue)", "name, label=None, \(size)order=None, replace=True"
        ) {
            call throws(PythonError) in
            let (page, parameters) = try changeable(call.owner)
            let shift = style.isSizable ? 1 : 0
            let name = try call.string(0)
            let label = try call[1].isNone ? nil : call.string(1)
            let size = try style.isSizable ? call.int(2) : 1
            let order = try call[2 + shift].isNone ? nil : call.double(2 + shift)
            let replacing = try call.bool(3 + shift)
            let group = try ParameterAccess.checked { () throws(ParameterError) in
                try parameters.appendCustom(
                    name, style: style, label: label, size: size, on: page, order: order,
                    replacing: replacing)
            }
            return try ParGroupType.make(group)
        }
    }

    private static func reading(
        _ name: String,
        _ get: @escaping (PageReference) throws(PythonError) -> any PythonConvertible
    ) -> NativeMember {
        .property(name) { page throws(PythonError) in try get(reference(page)).python() }
    }

    private static func groupName(_ value: PythonObject) throws(PythonError) -> String {
        if value.isString { return try String(python: value) }
        if let parameter = TDModule.types.par.payload(of: value, as: Parameter.self) {
            return parameter.definition.group
        }
        return try ParGroupType.group(of: value).name
    }

    private static func isSame(
        _ one: PythonObject, _ other: PythonObject
    ) throws(PythonError) -> Bool {
        let page = try reference(one)
        let second = try LateType.page.type().payload(of: other, as: PageReference.self)
        return second.map(page.isSame) ?? false
    }

    private static func reference(_ object: PythonObject) throws(PythonError) -> PageReference {
        let type = try LateType.page.type()
        guard let page = type.payload(of: object, as: PageReference.self), page.owner != nil else {
            throw TDErrors.error("Invalid Page object: its operator or the page is gone.")
        }
        return page
    }

    private static func changeable(
        _ object: PythonObject
    ) throws(PythonError) -> (CustomPage, ParameterCollection) {
        let reference = try reference(object)
        guard let page = reference.custom, let owner = page.owner else {
            throw TDErrors.error("The page \(reference.name) is built in and can't be changed.")
        }
        return (page, owner.parameters)
    }
}
