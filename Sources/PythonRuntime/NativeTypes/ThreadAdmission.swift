internal import CPythonShims

/// What Python code is about to do to a native object.
public struct NativeAccess {
    /// How the member is used.
    public enum Kind: Sendable {
        /// Its value is read.
        case read
        /// Its value is set.
        case write
        /// It is called.
        case call
    }

    /// The object; nil for a function of a module.
    public let object: PythonObject?
    /// The member's or function's name.
    public let member: String
    /// How it is used.
    public let kind: Kind
    /// The first argument of a call, which for `__getattr__` and its kin names what is meant.
    public let argument: PythonObject?

    /// Describes an access.
    ///
    /// - Parameters:
    ///   - object: The object; nil for a function of a module.
    ///   - member: The member's or function's name.
    ///   - kind: How it is used.
    ///   - argument: The first argument of a call.
    public init(
        object: PythonObject?, member: String, kind: Kind, argument: PythonObject? = nil
    ) {
        self.object = object
        self.member = member
        self.kind = kind
        self.argument = argument
    }
}

/// Which threads may use a native member.
public enum MemberThread: Sendable {
    /// The main thread alone.
    case main
    /// Every thread that holds the GIL; the member touches no state of the main thread.
    case any
}

/// The one check that every main-thread member passes.
public enum ThreadAdmission {
    // SAFETY: set once while the main thread holds the GIL, before any Python code runs.

    /// Asked when another thread uses a main-thread member: throws to refuse, returns to let it pass.
    ///
    /// - Thread: any, holding the GIL; a closure in main-actor code is to be marked `@Sendable`, or
    ///   Swift ends the program when another thread calls it
    nonisolated(unsafe) public static var judge: (NativeAccess) throws(PythonError) -> Void = {
        access throws(PythonError) in
        throw PythonError(
            .runtimeError, "\(access.member) belongs to the main thread, and this is another one")
    }

    /// Admits the main thread at once and asks ``judge`` about every other.
    @inline(__always)
    static func admit(
        _ object: @autoclosure () -> PythonObject?, _ member: String, _ kind: NativeAccess.Kind,
        _ thread: MemberThread, argument: @autoclosure () -> PythonObject? = nil
    ) throws(PythonError) {
        if thread == .any || CPythonShims_onMainThread() { return }
        try judge(
            NativeAccess(object: object(), member: member, kind: kind, argument: argument()))
    }
}
