#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// The date and the time of day.
///
/// The Solar page and Countdown have no effect.
///
/// - Source: <https://docs.derivative.ca/Clock_CHOP>
package nonisolated enum ClockCHOP {
    package static let type = OperatorType(
        "clock", .chop, label: "Clock", pages: [clock, solar, CHOPPages.source()],
        inputLimit: 2, cook: { ChannelCooking(cook) })

    private static let parts = [
        ("msec", "Millisecond", false), ("sec", "Second", true), ("min", "Minute", true),
        ("hour", "Hour", true), ("ampm", "AM/PM", false), ("wday", "Day of Week", false),
        ("day", "Day of Month", false), ("yday", "Day of Year", false), ("week", "Week", false),
        ("month", "Month", false), ("year", "Year", false),
    ]
    private static let clock = ParameterPage(
        "Clock",
        [
            .menu(
                "output", "Output",
                [("units", "Units"), ("fractions", "Fractions"), ("countdown", "Countdown")]),
            .menu(
                "hourformat", "Hour Format", [("12", "12 hour"), ("24", "24 hour")],
                default: "24"), .float("houradjust", "Hour Adjust"),
            .menu(
                "startref", "Start Reference",
                [("jan1", "Since Jan 1 2000"), ("program", "Since Program Start")]),
        ] + parts.map { .toggle($0.0, $0.1, default: $0.2) })
    private static let solar = ParameterPage(
        "Solar",
        [
            .numbers(
                "latitude", "Latitude", style: .float, suffixes: ["1", "2"], default: [43, 39]),
            .menu("northsouth", "NS", [("north", "North"), ("south", "South")]),
            .numbers(
                "longitude", "Longitude", style: .float, suffixes: ["1", "2"], default: [79, 23]),
            .menu("eastwest", "EW", [("east", "East"), ("west", "West")], default: "west"),
            .toggle("moonphase", "Moon Phase"), .toggle("sunphase", "Sun Phase"),
            .toggle("sunrise", "Sunrise"), .toggle("sunset", "Sunset"),
            .toggle("declination", "Declination"),
        ])

    private static let programStart = now()

    /// - Units: seconds since 1970
    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let moment = cook.moment
        let now = now() + (try cook.number("houradjust")) * 3600
        let isFraction = try cook.text("output") == "fractions"
        let isTwelve = try cook.text("hourformat") == "12"
        let sinceStart = try cook.text("startref") == "program"
        let values = try parts.map(\.0).filter { try cook.isOn($0) }.map { name in
            let value =
                sinceStart
                ? elapsed(name, now - programStart) : value(name, now, isFraction, isTwelve)
            return (name: name, value: Float(value))
        }
        return Channels(values: values, rate: moment.rate)
    }

    /// One part of a date, as a whole number or as the fraction of it that is gone.
    ///
    /// - Parameters:
    ///   - name: The part.
    ///   - seconds: The date, in seconds since 1970.
    ///   - isFraction: Whether the fraction is asked for.
    ///   - isTwelve: Whether hours go from 1 to 12.
    /// - Returns: The number or the fraction.
    static func value(
        _ name: String, _ seconds: Double, _ isFraction: Bool, _ isTwelve: Bool
    ) -> Double {
        var time = time_t(Int(clamping: seconds))
        var fields = tm()
        localtime_r(&time, &fields)
        let second = Double(fields.tm_sec) + seconds - seconds.rounded(.down)
        let minute = Double(fields.tm_min) + second / 60
        let hour = Double(fields.tm_hour) + minute / 60
        // The C library counts weekdays from Sunday; here Monday is 0.
        let weekday = Double((fields.tm_wday + 6) % 7)
        let (day, yearDay) = (Double(fields.tm_mday), Double(fields.tm_yday))
        let shownHour = isTwelve ? (fields.tm_hour + 11) % 12 + 1 : fields.tm_hour
        switch name {
        case "msec":
            let milliseconds = second.truncatingRemainder(dividingBy: 1) * 1000
            return isFraction ? milliseconds - floor(milliseconds) : floor(milliseconds)
        case "sec": return isFraction ? second / 60 : floor(second)
        case "min": return isFraction ? minute / 60 : floor(minute)
        case "hour": return isFraction ? minute / 60 : Double(shownHour)
        case "ampm": return hour >= 12 ? 1 : 0
        case "wday": return isFraction ? hour / 24 : weekday
        case "day": return day
        case "yday": return yearDay
        case "week": return isFraction ? (weekday + hour / 24) / 7 : floor(yearDay / 7)
        case "month":
            let days = days(
                in: Int(clamping: fields.tm_mon), of: Int(clamping: fields.tm_year) + 1900)
            return isFraction ? (day - 1 + hour / 24) / days : Double(fields.tm_mon) + 1
        default:
            let year = Int(clamping: fields.tm_year) + 1900
            let days = isLeap(year) ? 366.0 : 365
            return isFraction ? (yearDay + hour / 24) / days : Double(year - 2000)
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    private static func days(in month: Int, of year: Int) -> Double {
        if month == 1 { return isLeap(year) ? 29 : 28 }
        return [3, 5, 8, 10].contains(month) ? 30 : 31
    }

    /// The same parts of a time that has passed.
    private static func elapsed(_ name: String, _ seconds: Double) -> Double {
        switch name {
        case "msec": floor(seconds.truncatingRemainder(dividingBy: 1) * 1000)
        case "sec": floor(seconds).truncatingRemainder(dividingBy: 60)
        case "min": floor(seconds / 60).truncatingRemainder(dividingBy: 60)
        case "hour": floor(seconds / 3600).truncatingRemainder(dividingBy: 24)
        default: floor(seconds / 86400)
        }
    }
}
