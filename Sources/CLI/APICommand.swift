internal import ArgumentParser
internal import ExtensionHost

/// `understudy api [CLASS…]`.
struct APICommand: ParsableCommand, MainThreadCommand {
    static let configuration = CommandConfiguration(
        commandName: "api",
        abstract: "Tell what of TouchDesigner's API is live, headless, declared or absent here.",
        discussion: """
            Live behaves as in TouchDesigner. Headless is there and answers as where nobody is: nothing \
            opens, and what is set is only kept. Declared exists, with its parameters and its wiring, but \
            reading what only a GPU or a device could give raises tdError. Absent is documented by \
            TouchDesigner and missing here. All of it is found out from the running program.

            Without a class the page ends with what real scripts use, by weight.
            """)

    @Argument(help: "Classes or operator types, such as OP or timerCHOP.")
    var names: [String] = []

    @Flag(help: "Write one JSON object.")
    var json = false

    @Flag(help: "Write the type stubs of module td instead.")
    var stubs = false

    @MainActor
    func perform() throws {
        var configuration = HostConfiguration()
        configuration.clock = .virtual
        do throws(HostError) {
            let host = try Host(
                configuration: configuration,
                textport: Textport { text, _ in Console.write(text, to: 2) })
            Console.write(
                stubs ? try host.apiStubs() : try host.apiReport(of: names, asJSON: json) + "\n",
                to: 1)
            host.endNow(code: ExitStatus.success.rawValue)
        } catch {
            throw CommandFailure(message: error.description, code: .misuse)
        }
    }
}
