package import OperatorNetwork
package import PythonRuntime

/// Saving and loading COMPs while a project runs: what `COMP.save` and `COMP.loadTox` are made of.
extension Host {
    /// Writes a COMP with everything inside to a file.
    ///
    /// - Parameters:
    ///   - component: The COMP.
    ///   - path: The file as the script names it.
    /// - Returns: The path that was written.
    /// - Throws: `td.tdError` with the file and the reason.
    package func save(_ component: Operator, to path: String) throws(PythonError) -> String {
        let store = try store(for: path)
        syncedFiles.saveAll(inside: component)
        do throws(ProjectStoreError) {
            let written = try store.save(component, to: path, storage: StoredValues.all)
            components.unsaved.saved(component)
            return written
        } catch {
            throw TDErrors.error(error.description)
        }
    }

    /// Reads a file's COMP into another one; its extensions come to life when they are asked for.
    ///
    /// - Parameters:
    ///   - path: The file as the script names it.
    ///   - parent: The COMP that the new one is put in.
    /// - Returns: The new COMP.
    /// - Throws: `td.tdError` with the file and the reason.
    package func load(_ path: String, into parent: Operator) throws(PythonError) -> Operator {
        let store = try store(for: path)
        do throws(ProjectStoreError) {
            let loaded = try store.load(path, into: parent)
            for made in loaded.withDescendants { callbacks.created(made) }
            components.unsaved.saved(loaded)
            return loaded
        } catch {
            throw TDErrors.error(error.description)
        }
    }

    private func store(for path: String) throws(PythonError) -> any ProjectStore {
        if let projectStore { return projectStore }
        throw TDErrors.error("\(path): this host was started without files to keep projects in.")
    }
}
