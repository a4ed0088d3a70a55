/// Keeps each test file beside the file it tests: same name plus `Tests`, same folder.
struct TwinRule {
    let house: House
    let exceptions: [String: String]

    /// Test files that test no single file: path, and why.
    ///
    /// A path that ends in a slash stands for everything below it.
    static let exceptions: [String: String] = [
        "Tests/HouseTests/": "They examine the repository; each has its rule in Rules/.",
        "Tests/ExtensionHostTests/BundledModulesTests.swift": "What is tested lies in python/lib.",
        "Tests/ProjectFilesTests/ReaderFuzzTests.swift": "Every reader is tried.",
        "Tests/ProjectFilesTests/HostileInputTests.swift": "Every reader is attacked.",
        "Tests/CLITests/AllTypesTests.swift": "Every operator type is tried.",
        "Tests/CLITests/RealCodeTests.swift": "The code that is tried is other people's.",
        "Tests/CLITests/BadInputTests.swift": "What is wrong is told from many places.",
        "Tests/CLITests/OddProjectsTests.swift": "What is odd meets the whole explorer.",
        "Tests/CLITests/ControlTests.swift": "The control over threads is the whole program's.",
        "Tests/CLITests/Learning/HostileAnswersTests.swift":
            "Many parts together keep answers within their bounds.",
        "Tests/CLITests/LeftBehindTests.swift": "What oracles see is the whole explorer's.",
        "Tests/CLITests/ProcessKindsTests.swift": "How processes end is the whole program's.",
        "Tests/CLITests/ProofTests.swift": "What is said of proofs is the whole explorer's.",
        "Tests/CLITests/ScenarioFileTests.swift": "What happens in one is the whole explorer's.",
        "Tests/CLITests/FaceScenarioTests.swift": "What happens in one is the whole explorer's.",
        "Tests/CLITests/OracleTests.swift": "What oracles see is the whole explorer's.",
        "Tests/CLITests/EndingTests.swift": "The end is the whole program's.",
        "Tests/CLITests/SharedProcessTests.swift":
            "What schedules leave behind is seen through the whole explorer.",
        "Tests/CLITests/GILGateTests.swift": "The gate is C, and is in the programs only.",
        "Tests/CLITests/ThreadProjectsTests.swift": "The projects lie in python/document/threads.",
        "Tests/ExtensionHostTests/Extensions/ReinitTests.swift":
            "What is left over may be anybody's.",
        "Tests/CLITests/StartTests.swift": "The start is the whole program's.",
        "Tests/ExtensionHostTests/Parameters/ParameterFuzzTests.swift":
            "Random calls reach every type of the folder.",
        "Tests/ExtensionHostTests/Fuzz/APIFuzzTests.swift": "Random calls reach every type.",
    ]

    init(_ house: House, exceptions: [String: String] = TwinRule.exceptions) {
        self.house = house
        self.exceptions = exceptions
    }

    /// Every test file without a twin, in the wrong folder or with a suite of another name.
    func offences() -> [Offence] {
        guard let manifest = house["Package.swift"] else { return [] }
        let targets = PackageManifest(manifest).targets
        let tests = targets.filter(\.isTest).flatMap { target in
            house.files(below: [target.folder], kinds: ["swift"]).flatMap { file in
                namingOffences(file) + twinOffences(file, of: target, all: targets)
            }
        }
        return tests + unusedExceptions()
    }

    /// A file with tests bears the name of its suite.
    private func namingOffences(_ file: HouseFile) -> [Offence] {
        let lines = SourceText(file).numberedCode
        guard let test = lines.first(where: { $0.code.contains("@Test") }) else { return [] }
        let suite = file.stem.filter { $0 != "+" }
        if file.stem.hasSuffix("Tests"), lines.contains(where: { declares(suite, $0.code) }) {
            return []
        }
        let sentence =
            file.stem.hasSuffix("Tests")
            ? "The suite is to be called \(suite), like its file."
            : "A file with tests is called after what it tests: X.swift has XTests.swift."
        return [Offence(file: file.path, line: test.number, sentence: sentence)]
    }

    private func declares(_ suite: String, _ code: String) -> Bool {
        let words = code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
        return zip(words, words.dropFirst()).contains { keyword, name in
            ["struct", "class", "enum", "actor", "extension"].contains(keyword) && name == suite
        }
    }

    private func twinOffences(
        _ file: HouseFile, of target: PackageManifest.Target, all: [PackageManifest.Target]
    ) -> [Offence] {
        guard file.stem.hasSuffix("Tests"), exception(for: file) == nil else { return [] }
        let tested = String(target.name.dropLast("Tests".count))
        guard let source = all.first(where: { $0.name == tested }) else {
            let sentence = "\(target.name) tests \(tested), and Package.swift has no such target."
            return [Offence(file: file.path, line: 1, sentence: sentence)]
        }
        let stem = String(file.stem.dropLast("Tests".count))
        let twins = house.files(below: [source.folder], kinds: ["swift"]).filter {
            $0.stem == stem || $0.stem.filter { $0 != "+" } == stem
        }
        let folder = source.folder + file.folder.dropFirst(target.folder.count)
        if twins.contains(where: { $0.folder == folder }) { return [] }
        let sentence =
            if let twin = twins.first {
                "Its twin is \(twin.path); put the test into the same folder of \(target.folder)."
            } else {
                "\(source.folder) has no \(stem).swift; rename the test after the file it tests, "
                    + "or give TwinRule.exceptions a reason."
            }
        return [Offence(file: file.path, line: 1, sentence: sentence)]
    }

    private func exception(for file: HouseFile) -> String? {
        exceptions.keys.first { $0 == file.path || ($0.hasSuffix("/") && file.path.hasPrefix($0)) }
    }

    private func unusedExceptions() -> [Offence] {
        exceptions.keys.sorted().filter {
            !house.contains($0.hasSuffix("/") ? String($0.dropLast()) : $0)
        }
        .map {
            Offence(
                file: $0, line: 1, sentence: "TwinRule.exceptions names it, and it is not there.")
        }
    }
}
