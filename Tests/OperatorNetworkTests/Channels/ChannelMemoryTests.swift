import Testing

@testable import OperatorNetwork

@MainActor @Suite struct ChannelMemoryTests {
    private func step(_ memory: ChannelMemory, _ frame: Int) throws -> Int {
        memory.begin(frame)
        return try memory.update(0) { count in
            count += 1
            return count
        }
    }

    @Test func `a second cook in a frame starts where the first one did`() throws {
        let memory = ChannelMemory()

        #expect(try step(memory, 1) == 1)
        #expect(try step(memory, 1) == 1)
        #expect(try step(memory, 2) == 2)
    }

    @Test func `a pulse is seen by all cooks of one frame and by none after it`() {
        let memory = ChannelMemory()
        memory.press("reset")

        memory.begin(1)
        #expect(memory.isPressed("reset"))
        memory.begin(1)
        #expect(memory.isPressed("reset"))
        memory.begin(2)
        #expect(!memory.isPressed("reset"))
    }

    @Test func `what is replaced from outside is where the next cook starts`() throws {
        let memory = ChannelMemory()
        #expect(try step(memory, 1) == 1)

        memory.replace(10)

        #expect(try step(memory, 1) == 11)
    }
}
