/// A small project to start from: a COMP with an extension, an Execute DAT, a test and a CI file.
package enum NewProject {
    /// Makes the files.
    ///
    /// - Parameter folder: The project's folder; its last name is the project's.
    /// - Returns: The files.
    /// - Throws: `ProjectError` when no operator can bear that name.
    package static func files(in folder: String) throws(ProjectError) -> [WrittenFile] {
        let name = FilePath.lastName(of: folder)
        guard OperatorName.isValid(name), name.utf8.first.map({ $0 > 0x39 }) ?? false else {
            throw ProjectError(
                file: folder, reason: "'\(name)' cannot be the name of an operator.",
                suggestion: "Use letters, digits and underscores, and begin with a letter.")
        }
        let className = name.prefix(1).uppercased() + name.dropFirst() + "Ext"
        let texts = [
            ("project.tdn", network), ("NAME/EXTENSION.py", component),
            ("NAME/execute1.py", execute),
            ("tests/test_NAME.py", test), (".github/workflows/test.yml", workflow),
            (".gitignore", "__pycache__/\n.pytest_cache/\n"),
        ]
        return texts.map { path, text in
            WrittenFile(
                path: FilePath.join(folder, filled(path, name, className)),
                text: filled(text, name, className))
        }
    }

    private static func filled(_ text: String, _ name: String, _ className: String) -> String {
        var filled = ""
        var rest = text[...]
        for (mark, value) in [("EXTENSION", className), ("NAME", name)] {
            filled = ""
            while let found = rest.firstRange(of: mark) {
                filled += rest[..<found.lowerBound] + value
                rest = rest[found.upperBound...]
            }
            filled += rest
            rest = filled[...]
        }
        return filled
    }

    private static let network = """
        format: tdn
        version: '2.0'
        generator: Understudy/0.1.0
        network_path: /project1
        type: baseCOMP
        operators:
        - name: NAME
          type: baseCOMP
          sequences:
            ext:
            - object: op('./EXTENSION').module.EXTENSION(me)
              name: EXTENSION
              promote: true
          children:
          - name: EXTENSION
            type: textDAT
            file: NAME/EXTENSION.py
          - name: execute1
            type: executeDAT
            position: [0, -150]
            parameters:
              start: true
              framestart: true
            file: NAME/execute1.py
          - name: log
            type: tableDAT
            position: [200, 0]

        """

    private static let component = """
        class EXTENSION:
            \"\"\"Counts frames.\"\"\"

            def __init__(self, ownerComp):
                self.ownerComp = ownerComp
                self.Count = 0

            def Step(self):
                self.Count += 1
                self.ownerComp.op('log')[0, 0] = self.Count

        """

    private static let execute = """
        # me - this DAT


        def onStart():
            print('NAME starts')


        def onFrameStart(frame):
            parent().Step()

        """

    private static let test = """
        import json
        import subprocess
        from pathlib import Path

        PROJECT = Path(__file__).parent.parent


        def test_frames_are_counted():
            run = subprocess.run(
                ['understudy', 'run', str(PROJECT), '--frames', '10', '--clock', 'virtual',
                 '--format', 'json', '--print', "op('NAME').Count"],
                capture_output=True, text=True)
            assert run.returncode == 0, run.stderr
            assert json.loads(run.stdout)['values'] == {"op('NAME').Count": '10'}

        """

    private static let workflow = """
        name: test
        on: [push, pull_request]
        jobs:
          test:
            runs-on: ubuntu-latest
            steps:
            - uses: actions/checkout@v4
            - uses: actions/setup-python@v5
              with: {python-version: '3.11'}
            - run: pip install pytest
            # The program understudy must be on the PATH: build it with `make release` in its own
            # repository and put it into the image of this job, or fetch it here.
            - run: understudy run . --frames 10 --clock virtual
            - run: python -m pytest tests

        """
}
