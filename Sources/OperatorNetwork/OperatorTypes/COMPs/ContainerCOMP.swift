/// A container of operators with a panel of its own.
///
/// - Source: <https://docs.derivative.ca/Container_COMP>
package nonisolated enum ContainerCOMP {
    package static let type = OperatorType(
        "container", .comp, label: "Container", subType: "panel",
        pages: [
            PanelLayoutPage.page, PanelPages.panel, PanelLookPage.page, PanelPages.children,
            PanelPages.dragDrop, ComponentPages.extensions, ComponentPages.panelCommon,
        ])
}
