internal import OperatorNetwork
internal import PythonRuntime

/// What Python sees of a cook that is given up because too many cooks run inside each other.
///
/// It is no `Exception`, so that `except Exception` in an expression's functions lets it through. The
/// cook that it ends is run again as soon as what it asked for is there.
enum CookPostponement {
    private static var type: PythonObject?

    static var exception: PythonError {
        do throws(PythonError) {
            return PythonError(try made(), "This cook waits for another one and is run again.")
        } catch {
            return error
        }
    }

    private static func made() throws(PythonError) -> PythonObject {
        if let type { return type }
        let builtins = try PythonObject.module("builtins")
        let namespace = try PythonObject.dictionary()
        try namespace.setItem("__module__", to: "td".python())
        let made = try builtins.attribute("type").call(
            "CookPostponement".python(),
            .tuple([builtins.attribute("BaseException")]), namespace)
        type = made
        return made
    }
}
