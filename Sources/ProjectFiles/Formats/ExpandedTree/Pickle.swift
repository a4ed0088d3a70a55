internal import OperatorNetwork

/// Reads plain values out of a pickle without ever running what it asks for.
///
/// A pickle is a program: it may name any function and have it called. Here names and calls make
/// nothing; an entry that needs them is left out.
///
/// - Source: <https://docs.python.org/3/library/pickletools.html>
struct Pickle {
    /// Why a pickle gives no values.
    struct Refusal: Error {
        let reason: String
    }

    /// A value while it is made; its parts are numbers of other items, as they may refer to each other.
    private enum Item {
        case plain(PlainValue)
        case list([Int])
        case tuple([Int])
        case set([Int])
        /// Keys and values in turn.
        case dictionary([Int])
        /// What only running code could make.
        case opaque
        case mark
    }

    private static let mostSteps = 2_000_000
    private static let mostValues = 1_000_000
    private static let deepest = 100

    private var bytes: PickleBytes
    /// Every item; none owns another, so that neither rings nor deep nests are a burden to free.
    private var items: [Item] = []
    private var stack: [Int] = []
    private var memory: [Int: Int] = [:]
    private var valueCount = 0
    /// The names of what was left out.
    private(set) var leftOut: [String] = []

    /// Takes a pickle.
    init(_ bytes: [UInt8]) {
        self.bytes = PickleBytes(bytes)
    }

    /// Reads the entries of the dictionary that the pickle holds.
    ///
    /// - Returns: The entries under texts that are plain values.
    /// - Throws: `Refusal` when it is broken, too large, or no dictionary.
    mutating func entries() throws(Refusal) -> [NamedValue] {
        guard case .dictionary(let pairs) = items[try run()] else {
            throw Refusal(reason: "it holds no dictionary")
        }
        var entries: [NamedValue] = []
        for index in stride(from: 0, to: pairs.count, by: 2) {
            guard case .plain(.string(let name)) = items[pairs[index]] else { continue }
            if let value = try plain(pairs[index + 1], depth: 0) {
                entries.append(NamedValue(name, value))
            } else {
                leftOut.append(name)
            }
        }
        return entries
    }

    /// A value without references; nil when code would have to make a part of it.
    private mutating func plain(_ item: Int, depth: Int) throws(Refusal) -> PlainValue? {
        valueCount += 1
        guard valueCount <= Self.mostValues else {
            throw Refusal(reason: "it holds more than \(Self.mostValues) values")
        }
        guard depth <= Self.deepest else {
            throw Refusal(reason: "its values are nested more than \(Self.deepest) deep")
        }
        switch items[item] {
        case .plain(let value): return value
        case .opaque, .mark: return nil
        case .list(let parts): return try values(parts, depth).map { .list($0) }
        case .tuple(let parts): return try values(parts, depth).map { .tuple($0) }
        case .set(let parts): return try values(parts, depth).map { .set($0) }
        case .dictionary(let pairs):
            var entries: [NamedValue] = []
            for index in stride(from: 0, to: pairs.count, by: 2) {
                guard case .plain(.string(let name)) = items[pairs[index]],
                    let value = try plain(pairs[index + 1], depth: depth + 1)
                else { return nil }
                entries.append(NamedValue(name, value))
            }
            return .dictionary(entries)
        }
    }

    private mutating func values(
        _ parts: [Int], _ depth: Int
    ) throws(Refusal) -> [PlainValue]? {
        var values: [PlainValue] = []
        for part in parts {
            guard let value = try plain(part, depth: depth + 1) else { return nil }
            values.append(value)
        }
        return values
    }

    private mutating func run() throws(Refusal) -> Int {
        for _ in 0..<Self.mostSteps {
            let code = try bytes.byte()
            if code == UInt8(ascii: ".") { return try pop() }
            try step(code)
        }
        throw Refusal(reason: "it takes more than \(Self.mostSteps) steps")
    }

    private mutating func step(_ code: UInt8) throws(Refusal) {
        if let value = try bytes.value(code) { return push(.plain(value)) }
        switch code {
        case 0x80: _ = try bytes.byte()
        case 0x95: _ = try bytes.number(8)
        case UInt8(ascii: "("): push(.mark)
        case UInt8(ascii: "0"): _ = try pop()
        case UInt8(ascii: "1"): _ = try popToMark()
        case UInt8(ascii: "2"): stack.append(try top())
        case UInt8(ascii: "]"): push(.list([]))
        case UInt8(ascii: "}"): push(.dictionary([]))
        case UInt8(ascii: ")"): push(.tuple([]))
        case 0x8F: push(.set([]))
        case UInt8(ascii: "l"): push(.list(try popToMark()))
        case UInt8(ascii: "t"): push(.tuple(try popToMark()))
        case 0x91: push(.set(try popToMark()))
        case 0x85, 0x86, 0x87: try makeTuple(Int(code) - 0x84)
        case UInt8(ascii: "d"): push(.dictionary(try pairs(try popToMark())))
        case UInt8(ascii: "a"): try add([try pop()])
        case UInt8(ascii: "e"), 0x90: try add(try popToMark())
        case UInt8(ascii: "s"):
            let value = try pop()
            try add([try pop(), value])
        case UInt8(ascii: "u"): try add(try popToMark())
        case 0x94: memory[memory.count] = try top()
        case UInt8(ascii: "q"): memory[Int(try bytes.byte())] = try top()
        case UInt8(ascii: "r"): memory[try bytes.number(4)] = try top()
        case UInt8(ascii: "h"): stack.append(try remembered(Int(try bytes.byte())))
        case UInt8(ascii: "j"): stack.append(try remembered(try bytes.number(4)))
        default: try standIn(code)
        }
    }

    /// What would name, make or change objects puts a stand-in on the stack instead.
    private mutating func standIn(_ code: UInt8) throws(Refusal) {
        switch code {
        case UInt8(ascii: "c"):
            _ = try bytes.line()
            _ = try bytes.line()
            push(.opaque)
        case 0x93:
            _ = try pop()
            _ = try pop()
            push(.opaque)
        case UInt8(ascii: "R"), 0x81, UInt8(ascii: "b"):
            _ = try pop()
            _ = try pop()
            push(.opaque)
        case 0x92:
            for _ in 0..<3 { _ = try pop() }
            push(.opaque)
        case UInt8(ascii: "o"):
            _ = try popToMark()
            push(.opaque)
        case UInt8(ascii: "i"):
            _ = try popToMark()
            _ = try bytes.line()
            _ = try bytes.line()
            push(.opaque)
        case UInt8(ascii: "P"):
            _ = try bytes.line()
            push(.opaque)
        case UInt8(ascii: "Q"):
            _ = try pop()
            push(.opaque)
        default:
            throw Refusal(reason: "it has the unknown code \(code)")
        }
    }

    private mutating func push(_ item: Item) {
        stack.append(items.count)
        items.append(item)
    }

    private mutating func pop() throws(Refusal) -> Int {
        guard let item = stack.popLast() else { throw Refusal(reason: "its stack is empty") }
        return item
    }

    private func top() throws(Refusal) -> Int {
        guard let item = stack.last else { throw Refusal(reason: "its stack is empty") }
        return item
    }

    private mutating func popToMark() throws(Refusal) -> [Int] {
        let mark = stack.lastIndex { if case .mark = items[$0] { true } else { false } }
        guard let mark else { throw Refusal(reason: "a mark is missing") }
        let parts = Array(stack[(mark + 1)...])
        stack.removeSubrange(mark...)
        return parts
    }

    private mutating func makeTuple(_ count: Int) throws(Refusal) {
        guard stack.count >= count else { throw Refusal(reason: "its stack is empty") }
        let parts = Array(stack.suffix(count))
        stack.removeLast(count)
        push(.tuple(parts))
    }

    private func remembered(_ index: Int) throws(Refusal) -> Int {
        guard let item = memory[index] else { throw Refusal(reason: "it refers to nothing") }
        return item
    }

    /// Adds to the container on the stack; its parts are moved out and back, so that none is copied.
    private mutating func add(_ parts: [Int]) throws(Refusal) {
        let holder = try top()
        let item = items[holder]
        items[holder] = .mark
        switch consume item {
        case .list(var old):
            old += parts
            items[holder] = .list(old)
        case .set(var old):
            old += parts
            items[holder] = .set(old)
        case .dictionary(var old):
            old += try pairs(parts)
            items[holder] = .dictionary(old)
        case .opaque: items[holder] = .opaque
        case .plain, .tuple, .mark:
            throw Refusal(reason: "something is added to what holds nothing")
        }
    }

    private func pairs(_ parts: [Int]) throws(Refusal) -> [Int] {
        guard parts.count.isMultiple(of: 2) else { throw Refusal(reason: "a value is missing") }
        return parts
    }
}
