/// One event of an Event CHOP.
///
/// - Source: <https://docs.derivative.ca/Event_CHOP>
nonisolated struct ChannelEvent: Sendable {
    /// The phases of all events of an operator.
    ///
    /// - Units: seconds
    struct Course: Sendable {
        let attack: Double
        let decay: Double
        let sustain: Double
        let release: Double
        /// The levels at the ends of the phases.
        let levels: [Double]

        @MainActor
        init(_ cook: ChannelCook) throws {
            func seconds(_ name: String) throws -> Double {
                max(0, try cook.seconds(name + "time", unit: name + "tunit", at: cook.now.rate))
            }
            (attack, decay) = try (seconds("attack"), seconds("decay"))
            (sustain, release) = try (seconds("sustain"), seconds("release"))
            levels = try ["attacklevel", "sustainmin", "sustainmax", "releaselevel"].map {
                try cook.number($0)
            }
        }
    }

    let id: Int
    let index: Int
    let input: Float
    let speed: Double
    private var time = 0.0
    private var isActive = true
    private var releasedAt: Double?
    private var levelAtRelease = 0.0
    private(set) var isOver = false

    init(id: Int, index: Int, input: Float, speed: Double) {
        self.id = id
        self.index = index
        self.input = input
        self.speed = speed
    }

    /// The input went off: the release begins once attack and decay are over.
    mutating func release() { isActive = false }

    mutating func age(by seconds: Double, _ course: Course) {
        if !isActive, releasedAt == nil, time >= course.attack + course.decay {
            levelAtRelease = level(course)
            releasedAt = time
        }
        time += seconds * speed
        if let releasedAt, time - releasedAt > course.release { isOver = true }
    }

    /// The value of a channel.
    func value(_ name: String, _ course: Course) -> Float {
        switch name {
        case "id": Float(id)
        case "index": Float(index)
        case "active": isActive ? 1 : 0
        case "input": input
        case "time": Float(time)
        case "adsr": Float(level(course))
        default: Float(state(course))
        }
    }

    private func level(_ course: Course) -> Double {
        if let releasedAt {
            let part = course.release > 0 ? min((time - releasedAt) / course.release, 1) : 1
            return levelAtRelease + (course.levels[3] - levelAtRelease) * part
        }
        if time < course.attack { return course.levels[0] * time / course.attack }
        let decayed = time - course.attack
        if decayed < course.decay {
            return course.levels[0] + (course.levels[1] - course.levels[0]) * decayed / course.decay
        }
        guard course.sustain > 0 else { return course.levels[1] }
        let part = RangeLimit.remainder((decayed - course.decay) / course.sustain, 1)
        return course.levels[1] + (course.levels[2] - course.levels[1]) * part
    }

    /// 0 to 1 in the attack, 1 to 2 in decay and sustain, again and again, 2 to 3 in the release.
    private func state(_ course: Course) -> Double {
        if let releasedAt {
            return 2 + (course.release > 0 ? min((time - releasedAt) / course.release, 1) : 1)
        }
        if time < course.attack { return time / course.attack }
        let round = course.decay + course.sustain
        return round > 0 ? 1 + RangeLimit.remainder((time - course.attack) / round, 1) : 1
    }
}
