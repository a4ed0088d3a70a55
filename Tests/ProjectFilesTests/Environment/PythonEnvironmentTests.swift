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

    @Test(arguments: [("e", "/c/envs/e"), ("base", "/c"), ("/y/e", "/y/e")])
    func `a file for Conda names one where conda keeps it`(name: String, folder: String) throws {
        try scratch.write(
            "TDPyEnvManagerContext.yaml", "mode: Conda Env\nenvName: \(name)\ninstallPath: /c\n")

        let found = try #require(try find())
        #expect(found.folder == folder)
        #expect(found.isConda)
        #expect(found.program == nil)
        #expect(found.packages(for: "3.11.2") == "\(folder)/lib/python3.11/site-packages")
    }

    @Test func `one of conda is known by what conda keeps there`() throws {
        try addEnvironment("venv")
        try scratch.write("conda/conda-meta/history", "")
        let conda = try #require(try find(given: scratch.path + "/conda"))
        let other = try #require(try find(given: scratch.path + "/venv"))

        #expect(conda.isConda && !other.isConda)
        #expect(other.packages(for: "3.11.2") == nil)
        #expect(other.program == "\(other.folder)/bin/python")
    }

    @Test func `one of conda that cannot be used is refused, with what to do`() throws {
        try scratch.write(
            "TDPyEnvManagerContext.yaml", "mode: Conda Env\nenvName: e\ninstallPath: .\n")
        let found = try #require(try find())

        let missing = try #require(found.obstacle(to: "3.11.2"))
        #expect(missing.contains("it has no conda-meta"))
        #expect(missing.contains("conda create -p \(found.folder) python=3.11"))
        try scratch.write("envs/e/conda-meta/history", "")
        #expect(found.obstacle(to: "3.11.2")?.contains("has no Python, and this") == true)
        try scratch.write("envs/e/lib/python3.12/site-packages/a.py", "")
        #expect(found.obstacle(to: "3.11.2")?.contains("has Python 3.12, and this") == true)
        #expect(found.obstacle(to: "3.12.0") == nil)
    }

    @Test func `one that TouchDesigner would link if it were there can be passed over`() throws {
        try scratch.write("TDPyEnvManagerContext.yaml", "envName: missing\n")
        #expect(try find()?.isAskedFor == false)

        try scratch.write("pyproject.toml", "[tool.understudy]\nvenv = 'missing'\n")
        #expect(try find()?.isAskedFor == true)
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
