import ExtensionHost
import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct WiringServerTests {
    @Test func `a script of web server callbacks is served, and runs with the first of them`()
        throws
    {
        let host = try RunningHost()
        let script = """
            print('ran')

            def onServerStart(webServerDAT):
                print('started', webServerDAT.path, parent().name)

            def onHTTPRequest(webServerDAT, request, response):
                return response
            """

        let done = try host.host.wire(
            [UnwiredScript(component: "site", text: script, file: "site.py", line: 1)],
            in: host.project)
        try host.check("op('/project1/site/webserver1').par.port = 0")
        host.host.start()
        host.frames(2)

        #expect(
            done.last == "site.py:1: /project1/site/webserver1 is a Web Server DAT on port 9980, "
                + "with script for its callbacks")
        #expect(
            host.lines.filter { !$0.hasPrefix("[") } == [
                "ran", "started /project1/site/webserver1 site",
            ])
    }

    @Test(arguments: [
        ("def onReceiveOSC(dat, rowIndex, *rest): pass", ["oscinDAT"]),
        (
            "def onWebSocketOpen(dat, client, uri): pass\nonReceiveOSC = print",
            ["webserverDAT", "oscinDAT"]
        ),
        ("def handle():\n    def onHTTPRequest(): pass", []),
        ("class A:\n    def onHTTPRequest(self): pass", []),
    ])
    func `the functions of the script itself tell what it is written for`(
        script: String, types: [String]
    ) throws {
        let host = try RunningHost()

        _ = try host.host.wire(
            [UnwiredScript(component: "site", text: script, file: "site.py", line: 1)],
            in: host.project)

        let made = host.project.child(named: "site")?.children.map(\.type.name) ?? []
        #expect(made.filter { ["webserverDAT", "oscinDAT"].contains($0) } == types)
    }
}
