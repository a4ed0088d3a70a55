/// What a Timer CHOP's parameters and its segments table ask for.
struct TimerSettings {
    var segments: [TimerSegment]
    var speed: Double
    var holdsAtCue: Double?
    var whenDone: String

    init(_ cook: ChannelCook, rate: Double) throws {
        var single = TimerSegment()
        single.delay = try cook.seconds("delay", unit: "delayunits", at: rate)
        single.length = max(0, try cook.seconds("length", unit: "lengthunits", at: rate))
        if try cook.text("lengthtype") == "infinite" { single.length = .infinity }
        single.cycles = try cook.isOn("cycle")
        single.cycleLimit = try cook.isOn("cyclelimit") ? cook.whole("maxcycles") : nil
        single.alert = try cook.seconds("cycleendalert", unit: "notifyunits", at: rate)
        segments = [single]
        if let table = try cook.operators("segdat").first.flatMap(cook.content)?.table,
            table.rows > 1
        {
            let unit = try cook.text("segunits")
            let scale = unit == "samples" ? 1 / rate : unit == "frames" ? 1 / cook.now.rate : 1
            segments = Self.segments(table, single, scale: scale)
        }
        speed = try cook.isOn("play") ? cook.number("speed") : 0
        holdsAtCue = try cook.isOn("cue") ? Self.cuePoint(cook, single, rate: rate) : nil
        whenDone = try cook.text("ondone")
    }

    /// Where the cue point lies.
    static func cuePoint(
        _ cook: ChannelCook, _ segment: TimerSegment, rate: Double
    ) throws -> Double {
        if try cook.text("cueunits") == "fraction" {
            return try cook.number("cuepoint") * segment.length
        }
        return try cook.seconds("cuepoint", unit: "cueunits", at: rate)
    }

    private static func segments(
        _ table: Table, _ standard: TimerSegment, scale: Double
    ) -> [TimerSegment] {
        let names = table.texts(of: 0, along: .rows) ?? []
        var end = 0.0
        return (1..<table.rows).map { row in
            let cells = table.texts(of: row, along: .rows) ?? []
            var segment = standard
            for (name, cell) in zip(names, cells) {
                segment.columns[name] = cell
                let number = Double(cell)
                switch name {
                case "delay": segment.delay = number.map { $0 * scale } ?? segment.delay
                case "begin": segment.delay = number.map { max(0, $0 * scale - end) } ?? 0
                case "length": segment.length = number.map { max(0, $0 * scale) } ?? segment.length
                case "cycle": segment.cycles = (number ?? 0) != 0
                case "cyclelimit":
                    segment.cycleLimit = (number ?? 0) != 0 ? segment.cycleLimit ?? 1 : nil
                case "maxcycles": segment.cycleLimit = number.map { Int(clamping: $0) }
                case "cycleendalert": segment.alert = number.map { $0 * scale } ?? segment.alert
                default: break
                }
            }
            end += segment.duration
            return segment
        }
    }
}
