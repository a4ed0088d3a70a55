import OperatorNetwork
import ProjectFiles
import Testing

/// Every field of the TDN 2.0 specification, each in a file of its own.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md>
@MainActor @Suite struct TDNDocumentTests {
    /// Fields of the file itself, with a value that the specification allows.
    nonisolated private static let header: [(field: String, text: String)] = [
        ("format", "tdn"), ("version", "'2.0'"), ("build", "7"), ("build", "null"),
        ("generator", "Embody/6.0.4"), ("td_build", "'2025.32050'"), ("source_file", "My.toe"),
        ("exported_at", "'2026-02-19T12:34:56Z'"), ("network_path", "/show"),
        ("type", "containerCOMP"),
        ("options", "{include_dat_content: true, include_storage: false}"),
        ("type_defaults", "{textDAT: {parameters: {file: a}, flags: [viewer], size: [1, 2]}}"),
        ("type_defaults", "{textDAT: {color: [0, 0, 1], tags: [a]}}"),
        ("par_templates", "{about: [{name: Build, style: Int}]}"),
        ("custom_pars", "{Page: [{name: A, style: Str}]}"), ("parameters", "{opshortcut: x}"),
        ("sequences", "{ext: [{object: x}, {}]}"), ("flags", "[viewer, -expose]"),
        ("color", "[0.1, 0.2, 0.3]"), ("tags", "[tdn]"), ("comment", "Main"),
        ("storage", "{a: 1}"), ("startup_storage", "{a: 1}"), ("annotations", "[]"),
    ]

    /// Fields of an operator.
    nonisolated private static let operators: [(field: String, text: String)] = [
        ("position", "[200, -100]"), ("size", "[300, 150]"), ("color", "[0.2, 0.6, 0.9]"),
        ("comment", "noise"), ("tags", "[audio, generator]"), ("dock", "other"),
        ("parameters", "{opshortcut: x}"), ("custom_pars", "{Page: [{name: A, style: Str}]}"),
        ("sequences", "{ext: [{}]}"), ("flags", "[bypass, lock, display, render, viewer]"),
        ("flags", "[-allowCooking]"), ("storage", "{a: {$type: bytes, $value: AAEC}}"),
        ("startup_storage", "{b: 2}"), ("inputs", "[null, other]"), ("inputs", "[other]"),
        ("comp_inputs", "[other]"), ("dat_read_only", "true"), ("palette_clone", "true"),
        ("children", "[{name: c, type: textDAT}]"), ("tdn_ref", "missing.tdn"),
        ("tox_ref", "missing.tox"),
        ("annotations", "[{name: a, mode: comment, size: [1, 2]}]"),
    ]

    /// Fields of the definition of a custom parameter, beside its name and style.
    nonisolated private static let definitions: [(style: String, text: String)] = [
        ("Float", "label: L, size: 3, values: [1, 2, 3]"), ("Float", "default: 2, value: 1.5"),
        ("Float", "min: -1, max: 5, clampMin: true, clampMax: true, normMin: -2, normMax: 9"),
        ("Menu", "menuNames: [a, b], menuLabels: [A, B], value: b"),
        ("StrMenu", "menuSource: op('t')"), ("Str", "startSection: true, readOnly: true, help: H"),
        ("RGBA", "size: 3, values: [1, 0.5, 0]"), ("XYZW", "size: 2"),
        ("RGBA", "values: [1, 1, 1]"),
        ("Int", "value: =me.digits"), ("Str", "value: '~op(1).par.x'"), ("Str", "value: ==x"),
    ]

    nonisolated private static let styles = [
        "Float", "Int", "XY", "XYZ", "XYZW", "WH", "UV", "UVW", "RGB", "RGBA", "Str", "Menu",
        "StrMenu", "Toggle", "Pulse", "Momentary", "Header", "File", "FileSave", "Folder",
        "Python", "OP", "COMP", "TOP", "CHOP", "SOP", "DAT", "MAT", "POP", "Object", "PanelCOMP",
        "Sequence",
    ]

    /// Loads a file, changes something that it does not tell, and gives what saving writes.
    private func survive(_ text: String) throws -> (written: String, notices: [String]) {
        let scratch = try ScratchFolder()
        let path = try scratch.write("show.tdn", text)
        let project = try ProjectCatalog.read(path)
        let network = Network.complete
        let target = try NetworkBuilder(network).build(project)
        let marked = try #require(target.child(named: "marked"))
        marked.nodeX = 77

        let written = try #require(TDNWriter(target).files(at: path).first).text
        return (written, project.notices.map(\.text))
    }

    @Test(arguments: header.indices)
    func `a field of the file is known and kept`(index: Int) throws {
        let (field, value) = Self.header[index]
        let text = "\(field): \(value)\noperators:\n- name: marked\n  type: baseCOMP\n"

        let (written, notices) = try survive(text)

        #expect(notices == [])
        #expect(written == text + "  position: [77, 0]\n")
    }

    @Test(arguments: operators.indices)
    func `a field of an operator is known and kept`(index: Int) throws {
        let (field, value) = Self.operators[index]
        let isDAT = field == "dat_read_only"
        let type = isDAT ? "textDAT" : "containerCOMP"
        let text = """
            generator: Embody/6.0.4
            operators:
            - {name: other, type: containerCOMP}
            - name: it
              type: \(type)
              \(field): \(value)
            - name: marked
              type: baseCOMP

            """

        let (written, notices) = try survive(text)

        #expect(!notices.contains { $0.contains("not known") })
        #expect(written == text + "  position: [77, 0]\n")
    }

    @Test(arguments: definitions.indices)
    func `a field of a custom parameter is known and kept`(index: Int) throws {
        let (style, fields) = Self.definitions[index]
        let text = """
            operators:
            - name: marked
              type: baseCOMP
              custom_pars:
                Page:
                - {name: Own, style: \(style), \(fields)}

            """

        let (written, notices) = try survive(text)

        #expect(notices == [])
        #expect(written.hasPrefix(text.dropLast(0)))
    }

    @Test(arguments: styles)
    func `every style of custom parameters is known, kept and written`(style: String) throws {
        let text = """
            operators:
            - name: marked
              type: baseCOMP
              custom_pars:
                Page:
                - {name: Own, style: \(style)}

            """

        let (written, notices) = try survive(text)

        #expect(notices == [])
        #expect(written.hasPrefix(text))
    }

    @Test func `an annotation keeps every field of its own`() throws {
        let text = """
            annotations:
            - {name: a, mode: annotate, title: T, text: B, position: [1, 2], size: [3, 4], opacity: 0.5}
            - {name: b, mode: networkbox, size: [3, 4], color: [0, 0, 0], backAlpha: 0.5}
            - {name: c, mode: comment, size: [3, 4], titleHeight: 40, bodyFontSize: 12}
            operators:
            - name: marked
              type: baseCOMP

            """

        let (written, notices) = try survive(text)

        #expect(!notices.contains { $0.contains("not known") })
        #expect(written == text + "  position: [77, 0]\n")
    }
}
