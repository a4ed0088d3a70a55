import Testing

/// A small program whose threads are to be under control, whatever it took before control began.
struct ControlledProgram: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String

    init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }

    var testDescription: String { name }

    /// Whether it starts another program, whose moments nobody controls.
    var startsPrograms: Bool { text.contains("subprocess") || text.contains("os.fork") }
}
