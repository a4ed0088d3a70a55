internal import Exploration
internal import PythonRuntime

/// The threads that the schedule of this process has forgotten.
enum HandleReader {
    /// Advice for each: what such threads do is mostly their own affair.
    static var defects: [Defect] {
        do throws(PythonError) {
            return try PythonObject.module("understudy_handles").callMethod("forgotten").elements()
                .map(defect)
        } catch {
            return []
        }
    }

    private static func defect(_ entry: PythonObject) throws(PythonError) -> Defect {
        let parts = try entry.elements()
        let line = try parts[2].elements()
        let place = Defect.Place(
            file: try line[0].text(), line: try Int(python: line[1]), source: try line[2].text())
        return Defect(
            .forgotten,
            "\(try parts[0].text()) gets another thread while \(try parts[1].text()), which it "
                + "held, is at work: nobody can ask that one or wait for it any more.",
            place: place, isAdvice: true)
    }
}
