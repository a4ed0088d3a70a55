@testable import ExtensionHost
import OperatorNetwork
import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ParameterMemoryTests {
    @Test func `a place is remembered for its name and its type alone`() throws {
        _ = try RunningHost()
        let memory = ParameterMemory()
        let names = try (0..<600).map { try "name\($0)".python() }

        for (place, name) in names.enumerated() {
            memory.remember(place, of: name.objectPointer, BaseCOMP.type)

            #expect(memory.place(of: name.objectPointer, BaseCOMP.type) == place)
            #expect(memory.place(of: name.objectPointer, TextDAT.type) == nil)
        }

        let same = try "name599".python()
        #expect(memory.place(of: same.objectPointer, BaseCOMP.type) == nil)
        // Of those that share a place in the memory, the last one is known.
        for (place, name) in names.enumerated() {
            let known = memory.place(of: name.objectPointer, BaseCOMP.type)
            #expect(known == nil || known == place)
        }
    }
}
