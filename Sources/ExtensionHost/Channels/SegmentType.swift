internal import OperatorNetwork
internal import PythonRuntime

/// `td.Segment`: one of the timers of a Timer CHOP, as its parameters or its segments table tell it.
///
/// - Source: <https://docs.derivative.ca/Segment_Class>
enum SegmentType {
    /// One segment as it was when it was asked for.
    final class Place {
        let timer: Operator
        let index: Int
        let segment: TimerSegment
        /// When it begins to count, in seconds after the start.
        let begin: Double

        init(_ timer: Operator, _ index: Int, _ segment: TimerSegment, begin: Double) {
            (self.timer, self.index, self.segment, self.begin) = (timer, index, segment, begin)
        }
    }

    /// The columns that say something to the timer itself; all others are the project's own.
    private static let columns: Set = [
        "delay", "begin", "length", "cycle", "cyclelimit", "maxcycles", "cycleendalert", "speed",
    ]

    static var members: [NativeMember] {
        let timed = [
            times("begin") { $0.begin }, times("delay") { $0.segment.delay },
            times("length") { $0.segment.length }, times("cycleEndAlert") { $0.segment.alert },
        ]
        return timed.flatMap(\.self) + facts + table
    }

    private static var facts: [NativeMember] {
        [
            reading("index") { $0.index },
            reading("owner") { $0.timer },
            reading("cycle") { $0.segment.cycles },
            reading("cycleLimit") { $0.segment.cycleLimit != nil },
            reading("maxCycles") { $0.segment.cycleLimit ?? 1 },
            .property("speed") { object throws(PythonError) in
                guard let speed = try place(of: object).timer.parameters["speed"] else {
                    return try 1.0.python()
                }
                return try ParameterAccess.evaluate(speed)
            },
        ]
    }

    private static var table: [NativeMember] {
        [
            .property("custom") { object throws(PythonError) in
                let custom = try PythonObject.dictionary()
                for (name, cell) in try place(of: object).segment.columns.sorted(by: <)
                where !columns.contains(name) {
                    try custom.setItem(name, to: cell.python())
                }
                return custom
            },
            .property("row") { object throws(PythonError) in
                try row(place(of: object).segment)
            },
        ]
    }

    /// The segments of a Timer CHOP.
    static func list(of timer: Operator) throws(PythonError) -> [PythonObject] {
        var (all, total): ([PythonObject], Double) = ([], 0)
        for (index, segment) in TimerCHOPType.engine(of: timer).segments.enumerated() {
            let place = Place(timer, index, segment, begin: total + segment.delay)
            all.append(try LateType.segment.instance(of: place))
            total += segment.duration
        }
        return all
    }

    private static func times(
        _ name: String, _ seconds: @escaping (Place) -> Double
    ) -> [NativeMember] {
        [
            reading("\(name)Seconds", seconds),
            reading("\(name)Frames") { place in
                Int(clamping: seconds(place) * TimerCHOPType.rate(of: place.timer) + 1e-6)
            },
            .property("\(name)Samples") { object throws(PythonError) in
                let place = try place(of: object)
                let rate = try ChannelAccess.channels(of: place.timer).rate
                return try Int(clamping: seconds(place) * rate + 1e-6).python()
            },
        ]
    }

    /// A named tuple of the segments table's columns, or of the parameters that stand for them.
    private static func row(_ segment: TimerSegment) throws(PythonError) -> PythonObject {
        var cells: [(name: String, value: PythonObject)] = []
        if segment.columns.isEmpty {
            cells = try [
                ("delay", segment.delay.python()), ("length", segment.length.python()),
                ("cycle", segment.cycles.python()),
                ("cyclelimit", (segment.cycleLimit != nil).python()),
                ("maxcycles", (segment.cycleLimit ?? 1).python()),
                ("cycleendalert", segment.alert.python()),
            ]
        } else {
            for (name, cell) in segment.columns.sorted(by: <) {
                cells.append((name, try cell.python()))
            }
        }
        let kind = try PythonObject.module("collections").attribute("namedtuple").call(
            "Row".python(), cells.map(\.name).python(), keywords: [("rename", true.python())])
        return try kind.call(arguments: cells.map(\.value))
    }

    private static func reading(
        _ name: String, _ get: @escaping (Place) -> any PythonConvertible
    ) -> NativeMember {
        .property(name) { object throws(PythonError) in try get(place(of: object)).python() }
    }

    private static func place(of object: PythonObject) throws(PythonError) -> Place {
        let place = try LateType.segment.payload(of: object, as: Place.self)
        guard place.timer.isValid else { throw TDErrors.invalidOperator }
        return place
    }
}
