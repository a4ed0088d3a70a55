internal import Frames
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
            components.replicators.adoptReplicants(inside: loaded)
            for made in loaded.withDescendants { callbacks.created(made) }
            components.unsaved.saved(loaded)
            return loaded
        } catch {
            throw TDErrors.error(error.description)
        }
    }

    /// Puts what a file's COMP holds in the place of what a COMP holds: its parameters and what stands
    /// inside; the COMP itself stays.
    ///
    /// - Parameters:
    ///   - component: The COMP.
    ///   - path: The file as the script names it.
    /// - Throws: `td.tdError` with the file and the reason; the COMP is as it was then.
    /// - Source: <https://docs.derivative.ca/COMP_Class>
    package func reload(_ component: Operator, from path: String) throws(PythonError) {
        guard component.parent != nil else {
            throw TDErrors.error(
                "\(path) can't be reloaded into /, which holds the whole project; name a COMP inside."
            )
        }
        let store = try store(for: path)
        // Read beside the project, so that nothing of it runs or is seen before it stands there.
        let beside = Network(catalog: network.catalog)
        defer { withExtendedLifetime(beside) {} }
        let loaded: Operator
        do throws(ProjectStoreError) {
            loaded = try store.load(path, into: beside.root)
        } catch {
            throw TDErrors.error(error.description)
        }
        let made = try changing { () throws(NetworkError) in
            for child in component.children { try network.destroy(child) }
            return try network.copy(loaded.children, into: component)
        }
        component.parameters.copy(from: loaded.parameters)
        extensions.parametersChanged(of: component)
        components.replicators.adoptReplicants(inside: component)
        for child in made.flatMap(\.withDescendants) { callbacks.created(child) }
        components.unsaved.saved(component)
    }

    /// Asks for another project in the place of the running one, once the frame is over.
    ///
    /// - Parameter path: The project's file or folder; nil loads the running one anew.
    /// - Throws: `td.tdError` with the file and the reason; the running project goes on then.
    /// - Source: <https://docs.derivative.ca/Project_Class>
    func replaceProject(by path: String?) throws(PythonError) {
        guard let path = path ?? configuration.projectSource else {
            throw TDErrors.error("project.load() has no file to load the project from: name one.")
        }
        let store = try store(for: path)
        do throws(ProjectStoreError) {
            nextProject = try store.readProject(path)
        } catch {
            throw TDErrors.error(error.description)
        }
    }

    /// Ends the running project as at the program's end, and starts the one that was asked for.
    func changeProjects() {
        guard let build = nextProject else { return }
        nextProject = nil
        callbacks.call(.exit)
        runs.queue.killAll()
        do {
            for child in network.root.children { try network.destroy(child) }
            try build(self)
        } catch {
            // Half a project would look like a whole one.
            textport.say("The project could not be loaded: \(error)", to: .error)
            requestedExit = 1
            return
        }
        startOperators()
    }

    private func store(for path: String) throws(PythonError) -> any ProjectStore {
        if let projectStore { return projectStore }
        throw TDErrors.error("\(path): this host was started without files to keep projects in.")
    }
}
