import Foundation
import Testing

@testable import ProjectFiles

@Suite struct PythonEnvironmentTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    private func find(
        given: String? = nil, _ variables: [String: String] = [:]
    ) throws -> PythonEnvironment? {
        try PythonEnvironment.find(for: scratch.path, given: given) { variables[$0] }
    }

    private func addEnvironment(_ name: String, version: String = "3.11.2") throws {
        try scratch.write("\(name)/pyvenv.cfg", "home = /usr/bin\nversion = \(version)\n")
        try scratch.write("\(name)/bin/python", "")
    }

    @Test func `what is said most plainly wins`() throws {
        try addEnvironment(".venv")
        try scratch.write("pyproject.toml", "[tool.understudy]\nvenv = \"from-toml\"\n")
        try scratch.write("TDPyEnvManagerContext.json", #"{"envName": "from-context"}"#)
        let variables = ["UNDERSTUDY_VENV": "/ours", "VIRTUAL_ENV": "/active"]

        #expect(try find(given: "/given", variables)?.folder == "/given")
        #expect(try find(variables)?.folder == "/ours")
        #expect(try find(["VIRTUAL_ENV": "/active"])?.folder == "/active")
        #expect(try find()?.folder.hasSuffix("/from-toml") == true)
        try scratch.write("pyproject.toml", "[project]\nname = \"x\"\n")
        #expect(try find()?.folder.hasSuffix("/from-context") == true)
        try scratch.write("TDPyEnvManagerContext.yaml", "envName: from-yaml\n")
        #expect(try find()?.folder.hasSuffix("/from-yaml") == true)
    }

    @Test(arguments: [
        (#"{"mode": "Python vEnv", "envName": "e", "installPath": "/x"}"#, "/x/e"),
        (#"{"active": false, "envName": "e", "installPath": "/x"}"#, "/x/e"),
        ("contextVersion: 2\nmode: null\nenvName: e\ninstallPath: /x # here\n", "/x/e"),
        ("envName: /y/e\ninstallPath: /x\n", "/y/e"),
    ])
    func `tdPyEnvManager's file names an environment, active or not`(
        text: String, folder: String
    ) throws {
        let ending = text.hasPrefix("{") ? "json" : "yaml"
        try scratch.write("TDPyEnvManagerContext.\(ending)", text)

        #expect(try find()?.folder == folder)
    }

    @Test func `a file for Conda names none here`() throws {
        try scratch.write("TDPyEnvManagerContext.yaml", "mode: Conda Env\nenvName: e\n")

        #expect(try find() == nil)
    }

    @Test(arguments: [
        ("[tool.understudy]\nvenv = 'envs/a' # ours\n", "/envs/a"),
        (
            "[project]\nname = \"x\"\n[tool.touchdesigner.TDPyEnvManagerContext]\n"
                + "envName = \"b\"\ninstallPath = \"envs\"\n", "/envs/b"
        ),
    ])
    func `a pyproject names one`(text: String, end: String) throws {
        try scratch.write("pyproject.toml", text)

        #expect(try find()?.folder == scratch.path + end)
    }

    @Test func `an environment that merely lies there is nobody's wish`() throws {
        #expect(try find() == nil)
        try addEnvironment(".venv")

        #expect(try find()?.isAskedFor == false)
        #expect(try find(["UNDERSTUDY_VENV": "/ours"])?.isAskedFor == true)
    }

    @Test func `one of another version is refused, with what to do`() throws {
        try addEnvironment(".venv", version: "3.12.1")
        let found = try #require(try find())

        #expect(found.obstacle(to: "3.12.7") == nil)
        let text = try #require(found.obstacle(to: "3.11.2"))
        #expect(text.contains("is made for Python 3.12, and this program carries 3.11"))
        #expect(text.contains("python3.11 -m venv \(found.folder)"))
    }

    @Test func `a folder that is none is refused, with what to do`() throws {
        let found = try #require(try find(given: scratch.path))

        #expect(found.obstacle(to: "3.11.2")?.contains("it has no pyvenv.cfg") == true)
    }

    @Test func `a broken file is named`() throws {
        try scratch.write("TDPyEnvManagerContext.json", "{\"active\": ")

        #expect(throws: ProjectError.self) { try find() }
    }
}
