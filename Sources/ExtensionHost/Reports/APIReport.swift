internal import PythonRuntime

extension Host {
    /// The coverage page: what of TouchDesigner's documented API is live, headless, declared or absent here.
    ///
    /// It is found out from the running program, so a scratch operator or two come and go.
    ///
    /// - Parameters:
    ///   - names: Classes or operator types; everything without any.
    ///   - asJSON: Whether it is written for programs instead of people.
    /// - Returns: The page.
    /// - Throws: `HostError` for a name that the documentation does not know.
    public func apiReport(of names: [String], asJSON: Bool) throws(HostError) -> String {
        do throws(PythonError) {
            return try PythonObject.module("understudy_api").attribute("write")
                .call(names.python(), asJSON.python()).text()
        } catch {
            // The page refuses unknown names in a sentence; anything else is a fault of the host.
            throw HostError(
                description: error.typeName == "LookupError" ? error.message : "\(error)")
        }
    }

    /// The type stubs of module `td`: its names from the running program, its types from the docs.
    ///
    /// - Returns: The text of `td/__init__.pyi`.
    /// - Throws: `HostError` when they can't be made.
    public func apiStubs() throws(HostError) -> String {
        do throws(PythonError) {
            return try PythonObject.module("understudy_api.stubs").callMethod("write").text()
        } catch {
            throw HostError(description: "The stubs can't be written: \(error)")
        }
    }
}
