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

    /// Writes the whole project, into the file that it came from unless another one is named.
    ///
    /// - Throws: `td.tdError` with the file and the reason.
    package func saveProject(to path: String?) throws(PythonError) -> String {
        try save(
            projectTarget ?? network.root,
            to: path ?? configuration.projectFile ?? configuration.projectName + ".toe")
    }

    /// The COMP that the project's file held; nil when something outside of it would not be saved.
    private var projectTarget: Operator? {
        var target = network.find(configuration.projectPath, from: network.root)
        let found = target
        while let node = target, let parent = node.parent {
            guard parent.children.count == 1 else { return nil }
            target = parent
        }
        return found
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
