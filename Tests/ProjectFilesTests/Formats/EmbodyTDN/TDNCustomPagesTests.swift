import OperatorNetwork
import ProjectFiles
import Testing

@Suite struct TDNCustomPagesTests {
    @Test func `definitions keep range, menu and values`() throws {
        let path = ScratchFolder.fixture("EmbodyTDN/everything.tdn")

        let controls = try #require(try ProjectCatalog.read(path).target.customPages.first)
        let speed = controls.parameters[0]
        let tint = controls.parameters[1]
        let mode = controls.parameters[2]

        #expect(controls.name == "Controls")
        #expect(speed.defaultValue == .int(1))
        #expect(speed.maximum == 10)
        #expect(speed.minimum == nil)
        #expect(speed.clampsMinimum && !speed.clampsMaximum)
        #expect(speed.values == [.constant(.double(2.5))])
        #expect(tint.size == 3)
        #expect(tint.values[1] == .expression("absTime.seconds"))
        #expect(mode.menuNames == ["slow", "fast"])
        #expect(mode.menuLabels == ["Slow", "Fast"])
    }

    @Test func `a template gives definitions and the page gives values`() throws {
        let path = ScratchFolder.fixture("EmbodyTDN/everything.tdn")

        let about = try #require(try ProjectCatalog.read(path).target.customPages.last)

        #expect(about.parameters.map(\.name) == ["Build", "Date"])
        #expect(about.parameters[0].label == "Build Number")
        #expect(about.parameters[0].isReadOnly)
        #expect(about.parameters[0].values == [.constant(.int(14))])
        #expect(about.parameters[1].values.isEmpty)
    }

    @Test func `an unknown template is refused where it is used`() throws {
        let error = try ScratchFolder().failure(
            ofNetwork: "operators: []\ncustom_pars:\n  About: {$t: about}\n")

        #expect(error?.line == 3)
        #expect(error?.reason.contains("'about'") == true)
    }

    @Test(arguments: [
        ("[{name: A}]", "lacks its name or its style"),
        ("[{name: A, style: Float, size: 0}]", "'size'"),
        ("{A: 1}", "$t"), ("5", "'Page' must be a list of parameter definitions"),
    ])
    func `a page of the wrong shape is refused`(page: String, reason: String) throws {
        let error = try ScratchFolder().failure(
            ofNetwork: "operators: []\ncustom_pars:\n  Page: \(page)\n")

        #expect(error?.line == 3)
        #expect(error?.reason.contains(reason) == true, "\(String(describing: error))")
    }

    @Test func `an unknown style and a value without parameter are noted`() throws {
        let project = try ScratchFolder().network(
            """
            operators: []
            par_templates:
              t: [{name: A, style: Hologram}]
            custom_pars:
              Page: {$t: t, B: 1}
            """)

        #expect(project.target.customPages.first?.parameters.isEmpty == true)
        #expect(project.notices.map(\.line) == [3, 5])
    }
}
