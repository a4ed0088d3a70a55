internal import OperatorNetwork
internal import PythonRuntime

/// What components do by themselves as a project runs: clones, replicants, unsaved changes.
final class ComponentLife {
    let cloning: Cloning
    let replicators: Replicators
    let time: TimeComponents
    let unsaved = UnsavedChanges()
    let panels = PanelValues()
    private let panelExecutes: PanelExecutes
    private var folders: [OperatorID: VirtualFolder] = [:]
    private var startupValues: [OperatorID: PythonObject] = [:]

    init(host: Host) {
        cloning = Cloning(host: host)
        replicators = Replicators(host: host)
        time = TimeComponents(host: host)
        let panelExecutes = PanelExecutes(host: host)
        self.panelExecutes = panelExecutes
        panels.observer = { [weak panelExecutes] in panelExecutes?.heard($0) }
    }

    /// Notes a change of the network, once the operators in it have their Python objects.
    func noticed(_ change: NetworkChange) {
        cloning.noticed(change)
        replicators.noticed(change)
        time.noticed(change)
        panelExecutes.noticed(change)
        switch change {
        case .created(let node), .copied(let node, _), .renamed(let node, _),
            .contentReplaced(let node), .parameterChanged(let node, _),
            .parametersRedefined(let node), .wired(let node):
            unsaved.add(node)
        case .willDestroy(let node):
            if let parent = node.parent { unsaved.add(parent) }
        case .destroyed(let id):
            unsaved.forget(id)
            panels.forget(id)
            startupValues[id] = nil
            folders[id] = nil
        case .parameterPulsed, .flagsChanged:
            break
        }
    }

    /// Brings replicants and clones up to date, once a frame.
    func update() {
        replicators.update()
        cloning.update()
        panelExecutes.update()
    }

    /// The virtual files of a component.
    func folder(of component: Operator) -> VirtualFolder {
        if let known = folders[component.id] { return known }
        let made = VirtualFolder(component)
        folders[component.id] = made
        return made
    }

    /// What `storeStartupValue` keeps for an operator, a dictionary.
    func startupValues(of node: Operator) throws(PythonError) -> PythonObject {
        if let known = startupValues[node.id] { return known }
        let made = try PythonObject.dictionary()
        startupValues[node.id] = made
        return made
    }
}
