/// A field of a node of Python's syntax tree, under Python's name for it.
///
/// - Source: <https://docs.python.org/3/library/ast.html>
enum SyntaxField: Int, CaseIterable {
    case annotation, arg, args, asname, attr, bases, body, cases, comparators, contextExpr
    case decoratorList, defaults, elt, elts, exc, finalbody, formatSpec, `func`, generators
    case `guard`, handlers, id, ifs, items, iter, key, keys, keywords, kwDefaults, kwarg
    case kwonlyargs, left, level, lower, module, msg, name, names, op, operand, ops
    case optionalVars, orelse, posonlyargs, returns, right, slice, step, subject, target
    case targets, test, type, upper, value, values, vararg

    /// The name as Python writes it, with underscores between its words.
    var pythonName: String {
        "\(self)".map { $0.isUppercase ? "_\($0.lowercased())" : "\($0)" }.joined()
    }
}
