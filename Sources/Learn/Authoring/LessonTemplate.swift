package import ProjectFiles

/// A lesson to start from.
package enum LessonTemplate {
    /// Makes the file of a new lesson.
    ///
    /// - Parameters:
    ///   - name: Its name, with or without a number in front.
    ///   - folder: The track's folder.
    /// - Returns: The file.
    /// - Throws: `ProjectError` when the name cannot be a lesson's.
    package static func file(
        _ name: String, in folder: String
    ) throws(ProjectError) -> WrittenFile {
        let id = LessonReader.id(of: name)
        guard !id.isEmpty, id.allSatisfy({ $0.isLowercase || $0.isNumber || $0 == "-" }) else {
            throw ProjectError(
                file: name, reason: "That cannot be the name of a lesson.",
                suggestion: "Use small letters, digits and hyphens, such as 07-event-and-lock.")
        }
        let isNumbered = name.first?.isNumber == true
        let number = isNumbered ? "" : try nextNumber(in: folder) + "-"
        let words = id.replacing("-", with: " ")
        let title = words.prefix(1).uppercased() + words.dropFirst()
        let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
        return WrittenFile(
            path: "\(folder)/\(number)\(stem).md", text: text.replacing("TITLE", with: title))
    }

    private static func nextNumber(in folder: String) throws(ProjectError) -> String {
        guard FolderListing.isFolder(folder) else { return "01" }
        let numbers = try FolderListing.names(in: folder).compactMap { name in
            name.hasSuffix(".md") ? Int(name.prefix { $0.isNumber }) : nil
        }
        let next = (numbers.max() ?? 0) + 1
        return next < 10 ? "0\(next)" : "\(next)"
    }

    private static let text = """
        ---
        title: TITLE
        kind: fix
        minutes: 10
        concepts: [queue]
        file: answer.py
        frames: 30
        expect:
          - { that: "the result is in table1", value: "op('answer/table1')[0, 0].val", is: "42", task: 1 }
        prove: { preemptions: 1, level: reachable }
        ---
        # TITLE

        What the learner should know before the task.

        ## Task 1: Hand the result over
        The thread writes into a table. Let the main thread do that. (1 point)

        ### Hints
        1. Who may touch an operator?
        2. A queue takes values from one thread to another.
        3. Put the result into a queue, and take it out in `CheckAnswer`.

        ## Starter
        ```python
        import queue
        import threading

        class Answer:
            def __init__(self, ownerComp: baseCOMP):
                self.ownerComp = ownerComp
                self.results = queue.Queue()

            def StartAnswer(self):
                threading.Thread(target=self.work, daemon=True).start()

            def work(self):
                self.ownerComp.op('table1')[0, 0].val = 6 * 7
        ```
        Fails: `TH101`

        ## Solution
        ```python
        import queue
        import threading

        class Answer:
            def __init__(self, ownerComp: baseCOMP):
                self.ownerComp = ownerComp
                self.results = queue.Queue()

            def StartAnswer(self):
                threading.Thread(target=self.work, daemon=True).start()

            def work(self):
                self.results.put(6 * 7)

            def CheckAnswer(self):
                while not self.results.empty():
                    self.ownerComp.op('table1')[0, 0].val = self.results.get_nowait()
        ```

        """
}
