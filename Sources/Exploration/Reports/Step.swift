/// A line of the project that a thread came to in a schedule.
package struct Step: Sendable, Codable, Equatable {
    package let thread: Int
    /// The thread's name.
    package let name: String
    package let place: Defect.Place
    /// Whether the thread was put aside within the line, and goes on with it.
    package let goesOn: Bool
    /// How many steps before it are left out.
    package var skipped = 0

    /// Describes a step.
    package init(
        thread: Int, name: String, place: Defect.Place, goesOn: Bool = false, skipped: Int = 0
    ) {
        self.thread = thread
        self.name = name
        self.place = place
        self.goesOn = goesOn
        self.skipped = skipped
    }

    /// The file without its folders.
    package var fileName: String {
        place.file.split(separator: "/").last.map(String.init) ?? place.file
    }
}
