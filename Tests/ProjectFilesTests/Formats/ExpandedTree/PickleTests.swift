import OperatorNetwork
import Testing

@testable import ProjectFiles

@Suite struct PickleTests {
    private let plain =
        "80049553000000000000007d94288c0161944b018c0162945d94284afeffffff47400c0000000000004e"
        + "658c0163948c0178948886948c0164947d948c016594430200ff94738c0166948f94284b07908c016794"
        + "8a06000000000001752e"
    private let evil =
        "80049543000000000000007d94288c026f6b944b018c046576696c948c05706f736978948c0673797374"
        + "656d9493948c10746f756368202f746d702f70776e656494859452948c017a944b02752e"
    private let loop =
        "8004950a000000000000007d948c0164946800732e"
    private let bomb =
        "80049575010000000000007d948c0178945d94285d94285d94285d94285d94285d94285d94285d94285d"
        + "94285d94285d94285d94285d94285d94285d94285d94285d94285d94285d94285d94285d94285d94285d"
        + "94285d94285d94285d94285d94285d94285d94285d94285d94285d94285d94285d94285d94285d94285d"
        + "94285d94285d94285d94285d94285d94285d94285d94285d94285d94285d94285d94285d94285d94285d"
        + "94285d94285d94285d94285d94285d94285d94285d94285d94285d94285d944b0161683e65683d65683c"
        + "65683b65683a65683965683865683765683665683565683465683365683265683165683065682f65682e"
        + "65682d65682c65682b65682a656829656828656827656826656825656824656823656822656821656820"
        + "65681f65681e65681d65681c65681b65681a656819656818656817656816656815656814656813656812"
        + "65681165681065680f65680e65680d65680c65680b65680a656809656808656807656806656805656804"
        + "65680365732e"

    /// Pickles made by `pickle.dumps(…, protocol=4)` of CPython 3.11, in hexadecimal digits.
    private func entries(_ digits: String) throws -> (values: [NamedValue], leftOut: [String]) {
        var pickle = Pickle(bytes(digits))
        let values = try pickle.entries()
        return (values, pickle.leftOut)
    }

    private func bytes(_ digits: String) -> [UInt8] {
        let signs = Array(digits)
        return stride(from: 0, to: signs.count, by: 2).compactMap {
            UInt8(String(signs[$0...$0 + 1]), radix: 16)
        }
    }

    @Test func `plain values of every kind are read`() throws {
        // {'a': 1, 'b': [-2, 3.5, None], 'c': ('x', True), 'd': {'e': b'\x00\xff'}, 'f': {7}, 'g': 2**40}
        let (values, leftOut) = try entries(plain)

        #expect(leftOut == [])
        #expect(
            values == [
                NamedValue("a", .int(1)), NamedValue("b", .list([.int(-2), .double(3.5), .null])),
                NamedValue("c", .tuple([.string("x"), .bool(true)])),
                NamedValue("d", .dictionary([NamedValue("e", .bytes([0, 255]))])),
                NamedValue("f", .set([.int(7)])), NamedValue("g", .int(1 << 40)),
            ])
    }

    @Test func `what would run code makes nothing, and only its entry is left out`() throws {
        // {'ok': 1, 'evil': an object whose __reduce__ is (os.system, ('touch /tmp/pwned',)), 'z': 2}
        let (values, leftOut) = try entries(evil)

        #expect(values == [NamedValue("ok", .int(1)), NamedValue("z", .int(2))])
        #expect(leftOut == ["evil"])
    }

    @Test func `a value that holds itself is refused, not followed`() throws {
        // d = {}; d['d'] = d
        #expect(throws: Pickle.Refusal.self) { try entries(loop) }
    }

    @Test func `values that multiply are refused`() throws {
        // d = {}; a list of two lists of two lists …, sixty deep, each twice the same object
        #expect(throws: Pickle.Refusal.self) { try entries(bomb) }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a million parts are read in a time that grows with them alone`() throws {
        // A dictionary under 'k': a list to which None is appended one by one.
        let many = 900_000
        var pickle = Pickle(
            [0x7D, 0x8C, 1, 0x6B, 0x5D] + (0..<many).flatMap { _ in [0x4E, 0x61] as [UInt8] }
                + [0x73, 0x2E])

        guard case .list(let parts)? = try pickle.entries().first?.value else {
            Issue.record("no list")
            return
        }
        #expect(parts.count == many)
    }

    @Test func `a nest as deep as the pickle is long is refused, and freed`() throws {
        let depth = 500_000
        let nest =
            [UInt8](repeating: 0x5D, count: depth) + [UInt8](repeating: 0x61, count: depth - 1)
        var pickle = Pickle([0x7D, 0x8C, 1, 0x6B] + nest + [0x73, 0x2E])

        #expect(throws: Pickle.Refusal.self) { try pickle.entries() }
    }

    @Test func `every cut and every changed byte ends without a crash`() throws {
        for digits in [plain, evil] {
            let whole = bytes(digits)
            for cut in whole.indices {
                var pickle = Pickle(Array(whole[..<cut]))
                #expect(throws: Pickle.Refusal.self) { try pickle.entries() }
            }
            for index in whole.indices {
                for value in stride(from: 0, to: 256, by: 5) {
                    var changed = whole
                    changed[index] = UInt8(value)
                    var pickle = Pickle(changed)
                    _ = try? pickle.entries()
                }
            }
        }
    }
}
