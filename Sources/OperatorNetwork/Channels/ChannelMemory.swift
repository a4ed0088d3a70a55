/// What a CHOP keeps between its cooks: a phase, a level, the last input; and which of its pulses
/// were pressed.
///
/// Cooking twice in one frame gives the same result twice: the second cook starts from where the
/// first one did, so that forced cooks do not move time.
///
/// - Thread: main
package final class ChannelMemory {
    private var state: Any?
    private var stateBefore: Any?
    private var frame: Int?
    private var pressed: Set<String> = []
    private var pressedLater: Set<String> = []

    /// The channel whose parameters are being evaluated: `me.chanIndex`; nil outside of that.
    package internal(set) var chanIndex: Int? {
        didSet { if chanIndex != nil, chanIndex != oldValue { place.noteChange() } }
    }

    /// The sample that an expression is evaluated for: `me.inputVal`, and its place.
    package internal(set) var inputSample: (value: Float, index: Int)? {
        didSet { if inputSample != nil { place.noteChange() } }
    }

    /// The channel and the sample as something to depend on: the same expression has another value for
    /// the next one.
    package let place = CookNode()

    /// What the code of a Script CHOP's cook has made so far; nil while none runs.
    package internal(set) var draft: Channels?

    package init() {}

    /// Notes that a pulse was pressed; the next cook sees it.
    package func press(_ name: String) { pressedLater.insert(name) }

    /// Whether the cook that runs is the first one that sees the pulse, or repeats that one.
    func isPressed(_ name: String) -> Bool { pressed.contains(name) }

    /// Gets ready for a cook in a frame.
    func begin(_ frame: Int) {
        if frame != self.frame {
            self.frame = frame
            stateBefore = state
            pressed = []
        } else {
            state = stateBefore
        }
        pressed.formUnion(pressedLater)
        pressedLater = []
    }

    /// Lets a cook read and change what is kept.
    func update<State, Result>(
        _ initial: @autoclosure () throws -> State, _ body: (inout State) throws -> Result
    ) throws -> Result {
        var current = try state as? State ?? initial()
        defer { state = current }
        return try body(&current)
    }

    /// What is kept, for those who only look.
    package func kept<State>(as type: State.Type) -> State? { state as? State }

    /// Keeps something until the next cook, which goes on from it even in the same frame.
    func keep<State>(_ new: State) {
        state = new
        stateBefore = new
    }

    /// Replaces what is kept from outside of a cook; the next cook starts from it.
    package func replace<State>(_ new: State) {
        state = new
        stateBefore = new
        pressed = []
    }
}
