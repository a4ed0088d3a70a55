internal import Learn
internal import ProjectFiles

/// Turns what goes wrong in a course into what is said at the end of the program.
enum LearnFailure {
    /// Does something and lets `CommandFailure` tell why it could not be done.
    static func told<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as ProjectError {
            throw CommandFailure(message: error.description, code: .misuse)
        } catch let error as ConfinementFailure {
            throw CommandFailure(message: error.description, code: .misuse)
        }
    }
}
