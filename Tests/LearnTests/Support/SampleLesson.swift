import Foundation

/// Lessons for tests.
enum SampleLesson {
    /// A lesson in which each kind of section occurs.
    static let text = """
        ---
        title: Hand it over
        kind: fix
        minutes: 5
        concepts: [queue]
        file: handover.py
        frames: 30
        calls: ["2: op('handover').ext.HandOver.Stop()"]
        expect:
          - { that: "the result is there", value: "1 + 1", is: "2", task: 1 }
        prove: { preemptions: 2, level: sync }
        ignore: [TH203]
        ---
        # Hand it over

        Threads bring values.

            x = 1

        ## Task 1: Use a queue
        Put it in. (3 points)

        ### Hints
        1. nudge
        2. where
           exactly

        ## Question 1: Who runs it?
        Think.
        - [ ] nobody — somebody does.
        - [x] the worker — right:
          target= runs there.

        ## Starter
        ```python
        a = 1
        ```
        Fails: `TH101`, `THREAD CONFLICT`

        ## Solution
        ```python
        a = 2
        ```

        ## Right: shorter
        ```python
        a = 3
        ```

        ## Wrong: sleeping
        ```python
        a = 4
        ```
        Fails: `operator-off-main`

        A sleep changes the time,
        not the owner.

        """

    /// The same with one piece of it replaced.
    static func text(with new: String, for old: String) -> String {
        text.replacingOccurrences(of: old, with: new)
    }
}
