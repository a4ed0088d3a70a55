/// A plain container of operators.
///
/// - Source: <https://docs.derivative.ca/Base_COMP>
package nonisolated enum BaseCOMP {
    package static let type = OperatorType(
        "base", .comp, label: "Base",
        pages: [ComponentPages.extensions, ComponentPages.common])
}
