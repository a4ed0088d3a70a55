/// Keeps the floors: nobody imports upwards, sideways or what it has not declared.
struct FloorRule {
    let house: House
    let table: [String: Floor]

    init(_ house: House, table: [String: Floor] = Floor.table) {
        self.house = house
        self.table = table
    }

    /// Every arrow that is not in the table, is not declared, or points up.
    func offences() -> [Offence] {
        guard let file = house["Package.swift"] else {
            return [Offence(file: "Package.swift", line: 1, sentence: "The package is missing.")]
        }
        let targets = PackageManifest(file).targets
        return tableOffences(targets) + targets.flatMap(declarationOffences)
            + targets.flatMap { importOffences($0, all: targets) }
    }

    /// The table itself: each arrow goes down, each line has its target.
    private func tableOffences(_ targets: [PackageManifest.Target]) -> [Offence] {
        table.sorted { $0.key < $1.key }.flatMap { name, floor in
            var sentences = floor.ours.sorted().compactMap { below in
                guard let other = table[below] else {
                    return "The floors table lets \(name) import \(below), which it does not list."
                }
                return other.level < floor.level
                    ? nil
                    : "\(name) (floor \(floor.level)) imports \(below) (floor \(other.level)); "
                        + "an import goes down."
            }
            if !targets.contains(where: { $0.name == name }) {
                sentences.append(
                    "The floors table lists \(name), and Package.swift declares no such target.")
            }
            return sentences.map { Offence(file: "Package.swift", line: 1, sentence: $0) }
        }
    }

    private func declarationOffences(_ target: PackageManifest.Target) -> [Offence] {
        guard !target.isTest else { return [] }
        guard let floor = table[target.name] else {
            let sentence = "\(target.name) has no floor; add a line to Floor.table."
            return [Offence(file: "Package.swift", line: target.line, sentence: sentence)]
        }
        return target.dependencies.compactMap { dependency in
            guard !floor.ours.contains(dependency), !floor.others.contains(dependency) else {
                return nil
            }
            let sentence =
                "\(target.name) depends on \(dependency), and the floors table forbids it."
            return Offence(file: "Package.swift", line: target.line, sentence: sentence)
        }
    }

    private func importOffences(
        _ target: PackageManifest.Target, all targets: [PackageManifest.Target]
    ) -> [Offence] {
        house.files(below: [target.folder], kinds: ["swift"]).flatMap { file in
            ImportLine.all(in: file).compactMap { line in
                let sentence = complaint(about: line, in: file, of: target)
                return sentence.map { Offence(file: file.path, line: line.number, sentence: $0) }
            }
        }
    }

    private func complaint(
        about line: ImportLine, in file: HouseFile, of target: PackageManifest.Target
    ) -> String? {
        let module = line.module
        if Floor.cModules.contains(module), let complaint = cComplaint(line, file) {
            return complaint
        }
        if Floor.freeModules.contains(module) { return nil }
        if Floor.foundation.contains(module) {
            return target.isTest || table[target.name]?.mayUseFoundation == true
                ? nil : "\(target.name) imports \(module), which only ProjectFiles and up may use."
        }
        if target.isTest, ["Testing", "XCTest"].contains(module) { return nil }
        return target.dependencies.contains(Floor.inside[module] ?? module)
            ? nil
            : "\(target.name) imports \(module), "
                + "which its dependencies in Package.swift do not name."
    }

    private func cComplaint(_ line: ImportLine, _ file: HouseFile) -> String? {
        if !Floor.bridge.contains(where: file.isBelow) {
            return
                "\(line.module) may be imported only in \(Floor.bridge.joined(separator: " and "))."
        }
        return line.access == "internal"
            ? nil : "Write `internal import \(line.module)`, so that nobody above sees C."
    }
}
