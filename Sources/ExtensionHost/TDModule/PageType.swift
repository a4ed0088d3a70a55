internal import OperatorNetwork
internal import PythonRuntime

/// `td.Page`: a page of custom parameters.
///
/// - Source: <https://docs.derivative.ca/Page_Class>
enum PageType {
    static var members: [NativeMember] {
        [
            .property("name") { page throws(PythonError) in try self.page(of: page).name.python() },
            .property("owner") { page throws(PythonError) in
                try OperatorObject.objectOrNone(of: self.page(of: page).owner)
            },
            .property("isCustom") { _ throws(PythonError) in try true.python() },
            .property("pars") { page throws(PythonError) in
                try pars(self.page(of: page).groups.flatMap(\.parameters))
            },
        ] + ParameterStyle.allCases.map(append)
    }

    /// The custom page of a name, made when there is none.
    static func make(_ name: String, of node: Operator) throws(PythonError) -> PythonObject {
        try TDModule.types.page.instance(of: node.parameters.customPage(named: name))
    }

    private static func append(_ style: ParameterStyle) -> NativeMember {
        let size = style.isSizable ? "size=1, " : ""
        return .method(
            "append\(style.rawValue)", "name, label=None, \(size)order=None, replace=True"
        ) {
            call throws(PythonError) in
            let page = try page(of: call.owner)
            guard let owner = page.owner else { throw TDErrors.invalidOperator }
            let shift = style.isSizable ? 1 : 0
            let name = try call.string(0)
            let label = try call[1].isNone ? nil : call.string(1)
            let size = try style.isSizable ? call.int(2) : 1
            let order = try call[2 + shift].isNone ? nil : call.double(2 + shift)
            let replacing = try call.bool(3 + shift)
            let group = try ParameterAccess.checked { () throws(ParameterError) in
                try owner.parameters.appendCustom(
                    name, style: style, label: label, size: size, on: page, order: order,
                    replacing: replacing)
            }
            return try pars(group.parameters)
        }
    }

    private static func pars(_ parameters: [Parameter]) throws(PythonError) -> PythonObject {
        var objects: [PythonObject] = []
        for parameter in parameters { objects.append(try ParType.make(parameter)) }
        return try PythonObject.tuple(objects)
    }

    private static func page(of object: PythonObject) throws(PythonError) -> CustomPage {
        guard let page = TDModule.types.page.payload(of: object, as: CustomPage.self),
            page.owner?.isValid == true
        else { throw TDErrors.error("Invalid Page object: its operator or the page is gone.") }
        return page
    }
}
