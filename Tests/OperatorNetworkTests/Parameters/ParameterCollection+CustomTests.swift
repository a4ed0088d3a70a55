import OperatorNetwork
import Testing

@MainActor @Suite struct ParameterCollectionCustomTests {
    let network = Network()
    let base: Operator
    let page: CustomPage

    init() throws {
        base = try network.create(BaseCOMP.type, in: network.root)
        page = base.parameters.customPage(named: "Controls")
    }

    @Test(arguments: [
        (ParameterStyle.float, 1, ["Foo"], "Float"),
        (.float, 3, ["Foo1", "Foo2", "Foo3"], "Float"),
        (.int, 2, ["Foo1", "Foo2"], "Int"), (.xy, 1, ["Foox", "Fooy"], "XYZW"),
        (.xyzw, 1, ["Foox", "Fooy", "Fooz", "Foow"], "XYZW"), (.wh, 1, ["Foow", "Fooh"], "WH"),
        (.uvw, 1, ["Foou", "Foov", "Foow"], "UVW"), (.rgb, 1, ["Foor", "Foog", "Foob"], "RGBA"),
        (.rgba, 1, ["Foor", "Foog", "Foob", "Fooa"], "RGBA"), (.str, 1, ["Foo"], "Str"),
        (.menu, 1, ["Foo"], "Menu"), (.op, 1, ["Foo"], "OP"), (.header, 1, ["Foo"], "Header"),
    ])
    func `components are named and styled as TouchDesigner does`(
        style: ParameterStyle, size: Int, names: [String], reported: String
    ) throws {
        let group = try base.parameters.appendCustom("Foo", style: style, size: size, on: page)

        #expect(group.name == "Foo")
        #expect(group.parameters.map(\.name) == names)
        #expect(group.parameters.allSatisfy { $0.style.rawValue == reported })
        #expect(names.allSatisfy { base.parameters[$0] != nil })
    }

    @Test func `a fresh custom number has TouchDesigner's definition`() throws {
        let part = try base.parameters.appendCustom("Foo", style: .float, on: page).parameters[0]

        #expect(part.definition.isCustom)
        #expect(part.definition.label == "Foo")
        #expect(part.value == .double(0))
        #expect((part.definition.minimum, part.definition.maximum) == (0, 1))
        #expect(!part.definition.clampsMinimum && !part.definition.clampsMaximum)
    }

    @Test(arguments: ["foo", "FOO", "Foo_bar", "Foo bar", "", "1Foo", "FooBar", "Fé"])
    func `names break the rule and are refused`(name: String) {
        #expect(throws: ParameterError.self) {
            try base.parameters.appendCustom(name, style: .float, on: page)
        }
        #expect(page.groups.isEmpty)
    }

    @Test func `sizes are 1 to 4, of numbers only`() {
        for size in [0, 5, -1, Int.max] {
            #expect(throws: ParameterError.self) {
                try base.parameters.appendCustom("Foo", style: .float, size: size, on: page)
            }
        }
        #expect(throws: ParameterError.self) {
            try base.parameters.appendCustom("Foo", style: .str, size: 2, on: page)
        }
    }

    @Test func `replacing keeps the values of the same style and size`() throws {
        let old = try base.parameters.appendCustom("Foo", style: .float, on: page).parameters[0]
        try old.set(.double(0.5))

        let new = try base.parameters.appendCustom("Foo", style: .float, label: "New", on: page)
        #expect(new.parameters[0].value == .double(0.5))
        #expect(new.parameters[0].definition.label == "New")
        #expect(!old.isValid)

        let text = try base.parameters.appendCustom("Foo", style: .str, on: page)
        #expect(text.parameters[0].value == .string(""))
        #expect(page.groups.count == 1)
    }

    @Test func `a taken name is refused without replacing`() throws {
        try base.parameters.appendCustom("Foo", style: .xy, on: page)
        try base.parameters.appendCustom("Bar1", style: .str, on: page)

        #expect(throws: ParameterError.self) {
            try base.parameters.appendCustom("Foo", style: .float, on: page, replacing: false)
        }
        #expect(throws: ParameterError.self) {
            try base.parameters.appendCustom("Foox", style: .float, on: page)
        }
        #expect(throws: ParameterError.self) {
            try base.parameters.appendCustom("Bar", style: .float, size: 2, on: page)
        }
        #expect(base.parameters.custom.map(\.name) == ["Foox", "Fooy", "Bar1"])
    }

    @Test func `removed groups and pages leave nothing behind`() throws {
        let foo = try base.parameters.appendCustom("Foo", style: .rgb, on: page)
        let bar = try base.parameters.appendCustom("Bar", style: .str, on: page)

        #expect(base.parameters.removeCustom(named: "Foo"))
        #expect(!base.parameters.removeCustom(named: "Foo"))
        #expect(base.parameters["Foor"] == nil)
        #expect(!foo.parameters[0].isValid)

        base.parameters.remove(page)
        #expect(base.parameters.custom.isEmpty)
        #expect(base.parameters.customPages.isEmpty)
        #expect(!bar.parameters[0].isValid)
        #expect(throws: ParameterError.self) {
            try base.parameters.appendCustom("Foo", style: .float, on: page)
        }
    }

    @Test func `order places a parameter on its page`() throws {
        try base.parameters.appendCustom("A", style: .str, on: page)
        try base.parameters.appendCustom("B", style: .str, on: page)
        try base.parameters.appendCustom("C", style: .str, on: page, order: 0.5)

        #expect(page.groups.map(\.name) == ["A", "C", "B"])
        base.parameters.sort(page, ["B", "X"])
        #expect(base.parameters.custom.map(\.name) == ["B", "A", "C"])
    }

    @Test func `pages are found, renamed and sorted by name`() throws {
        let other = base.parameters.customPage(named: "Other")
        try base.parameters.appendCustom("Foo", style: .str, on: page)
        #expect(base.parameters.customPage(named: "Other") === other)

        try base.parameters.rename(page, to: "Main")
        #expect(base.parameters["Foo"]?.definition.page == "Main")
        #expect(throws: ParameterError.self) { try base.parameters.rename(page, to: "Other") }
        #expect(throws: ParameterError.self) { try base.parameters.rename(page, to: "") }

        base.parameters.sortCustomPages(["Other"])
        #expect(base.parameters.pageNames == ["Extensions", "Common", "Other", "Main"])
    }

    @Test func `definitions of custom parameters can be changed and are told`() throws {
        let part = try base.parameters.appendCustom("Foo", style: .float, on: page).parameters[0]
        let recorder = ChangeRecorder()
        network.observer = recorder

        try part.redefine {
            $0.maximum = 5
            $0.clampsMaximum = true
        }
        try part.set(.int(9))

        #expect(part.value == .double(5))
        #expect(recorder.lines == ["redefined /base1", "parameter /base1 Foo"])
    }
}
