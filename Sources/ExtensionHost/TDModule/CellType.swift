internal import OperatorNetwork
internal import PythonRuntime

/// `td.Cell`: one place in a DAT; it acts as a number where its text is one.
///
/// - Source: <https://docs.derivative.ca/Cell_Class>
enum CellType {
    static var members: [NativeMember] {
        [
            CellObject.value,
            .property("valid") { cell throws(PythonError) in
                try (CellAccess.position(of: cell) != nil).python()
            },
            .property("row") { cell throws(PythonError) in try CellAccess.row(of: cell).python() },
            .property("col") { cell throws(PythonError) in try CellAccess.column(of: cell).python()
            },
            .property("owner") { cell throws(PythonError) in try CellAccess.owner(of: cell) },
            .method("offset", "r, c") { call throws(PythonError) in
                let row = try CellAccess.row(of: call.owner).addingReportingOverflow(call.int(0))
                let column = try CellAccess.column(of: call.owner)
                    .addingReportingOverflow(call.int(1))
                // Beyond all bounds there is no cell, and before the first one neither.
                guard !row.overflow, !column.overflow, row.partialValue >= 0,
                    column.partialValue >= 0
                else { return .none }
                return try CellAccess.owner(of: call.owner).item(
                    .tuple([row.partialValue.python(), column.partialValue.python()]))
            },
            .method("run", "*args, **options") { call throws(PythonError) in
                try Host.running.runs.run(
                    text(of: call.owner), call.rest, call.keywords,
                    from: OperatorObject.node(of: CellAccess.owner(of: call.owner)))
            },
            .method("__str__") { call throws(PythonError) in try text(of: call.owner).python() },
            .method("__repr__") { call throws(PythonError) in
                let owner = try OperatorObject.node(of: CellAccess.owner(of: call.owner))
                return try
                    ("type:Cell owner:\(owner.path) row:\(CellAccess.row(of: call.owner)) "
                    + "col:\(CellAccess.column(of: call.owner)) value:\(text(of: call.owner))")
                    .python()
            },
        ]
            + NumberLike.members(text: { cell throws(PythonError) in try cell.attribute("val") }) {
                cell throws(PythonError) in
                try NumberLike.value(ofText: text(of: cell))
            }
    }

    /// A cell's text.
    static func text(of cell: PythonObject) throws(PythonError) -> String {
        try cell.attribute("val").text()
    }
}
