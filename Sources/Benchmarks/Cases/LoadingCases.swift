internal import Foundation
internal import OperatorNetwork
internal import ProjectFiles
internal import PythonRuntime

/// A network of 10,000 operators, loaded from its file.
enum LoadingCases {
    private static let rounds = 9
    private static let groups = 1_000

    /// Measures loading beside PyYAML's parsing of the same file, in turns.
    ///
    /// - Returns: The spreads.
    /// - Throws: What writing or reading the file says against it.
    static func run() throws -> LoadingComparison {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("understudy-benchmark-\(getpid()).tdn")
        let text = text()
        try text.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let parse = try parser(of: file.path)
        var samples: (ours: [Double], reading: [Double], python: [Double]) = ([], [], [])
        var count = 0
        for _ in 0..<rounds {
            if let parse {
                samples.python.append(
                    try milliseconds { () throws(PythonError) in _ = try parse.call() })
            }
            samples.reading.append(
                try milliseconds { () throws(ProjectError) in
                    _ = try ProjectCatalog.read(file.path)
                })
            let network = Network()
            samples.ours.append(
                try milliseconds { () throws(ProjectError) in
                    _ = try NetworkBuilder(network).build(ProjectCatalog.read(file.path))
                })
            count = network.count - 2
        }
        return LoadingComparison(
            operators: count, size: text.utf8.count, ours: Spread(samples.ours),
            reading: Spread(samples.reading), python: Spread(samples.python))
    }

    private static func milliseconds<Failure: Error>(
        _ body: () throws(Failure) -> Void
    ) throws(Failure) -> Double {
        Double(try ThreadTime.of(body)) / 1e6
    }

    /// A call that parses the file as Embody does; nil without PyYAML or its loader in C.
    private static func parser(of path: String) throws -> PythonObject? {
        let namespace = try PythonObject.dictionary()
        try namespace.setItem("path", to: path.python())
        let source = """
            try:
                import yaml
                text = open(path, encoding='utf-8').read()
                parse = lambda: yaml.load(text, Loader=yaml.CSafeLoader)
            except (ImportError, AttributeError):
                parse = None
            """
        let builtins = try PythonObject.module("builtins")
        try builtins.attribute("exec").call(source.python(), namespace)
        guard let parse = try namespace.value(forKey: "parse"), !parse.isNone else { return nil }
        return parse
    }

    /// A file as Embody writes them: COMPs with an extension, scripts, tables, parameters and wires.
    private static func text() -> String {
        var text =
            "format: tdn\nversion: '2.0'\nnetwork_path: /project1\ntype: baseCOMP\noperators:\n"
        for group in 0..<groups {
            text += """
                - name: base\(group)
                  type: baseCOMP
                  position: [\(group % 40 * 200), \(group / 40 * -150)]
                  color: [0.2, 0.4, 0.8]
                  comment: group \(group)
                  custom_pars:
                    Controls:
                    - name: Speed
                      style: Float
                      default: 1
                      max: 10
                      clampMin: true
                      value: 2.5
                  sequences:
                    ext:
                    - object: op('./Ext').module.Ext(me)
                      promote: true
                  children:

                """
            for child in 0..<9 {
                text += """
                      - name: text\(child)
                        type: textDAT
                        position: [\(child * 200), 0]
                        size: [130, 100]
                        parameters:
                          language: python
                          file: scripts/text\(child).py
                        flags:
                        - viewer
                        dat_content: |
                          def onCook(dat):
                            dat.clear()
                            return \(child)
                        dat_content_format: text

                    """
            }
        }
        return text
    }
}
