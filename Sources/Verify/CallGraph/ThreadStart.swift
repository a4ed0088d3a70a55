/// A place where the project hands a function to another thread.
package struct ThreadStart {
    /// What kind of thread or pool it is.
    package enum Kind: String, Sendable {
        case thread = "threading.Thread"
        case timer = "threading.Timer"
        case lowLevel = "_thread.start_new_thread"
        case executor = "an executor"
        case task = "a TDTask"
        case asyncio = "asyncio"
        /// A server that gives each request a thread.
        case handler = "a request handler"
        /// A server that takes one request after the other.
        case server = "a server"
        case callback = "a callback of a library"
    }

    package let kind: Kind
    /// The call that hands the function over, nil for a class that is one by inheritance.
    package let site: Expression?
    /// The functions that run there.
    package let targets: [ScriptFunction]
    /// The function that hands it over, nil for a script's own statements.
    package let inside: ScriptFunction?
    package let script: Script
}
