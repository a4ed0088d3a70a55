/// The checksum of FIPS 180-4, which the toolchain on Linux brings no function for.
///
/// - Source: <https://doi.org/10.6028/NIST.FIPS.180-4>
enum SHA256 {
    /// The checksum of `message`, as 64 hexadecimal digits.
    static func hexadecimal(of message: [UInt8]) -> String {
        var state = firstState
        let padded = pad(message)
        for start in stride(from: 0, to: padded.count, by: 64) {
            mix(padded[start..<(start + 64)], into: &state)
        }
        return state.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    private static func pad(_ message: [UInt8]) -> [UInt8] {
        let zeros = (119 - message.count % 64) % 64
        let bits = UInt64(message.count) &* 8
        let length = (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
        return message + [0x80] + Array(repeating: 0, count: zeros) + length
    }

    private static func mix(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
        var words = (0..<16).map { index in
            block[(block.startIndex + 4 * index)...].prefix(4).reduce(UInt32(0)) {
                $0 << 8 | UInt32($1)
            }
        }
        for index in 16..<64 {
            let early = words[index - 15]
            let late = words[index - 2]
            let first = rotate(early, 7) ^ rotate(early, 18) ^ (early >> 3)
            let second = rotate(late, 17) ^ rotate(late, 19) ^ (late >> 10)
            words.append(words[index - 16] &+ first &+ words[index - 7] &+ second)
        }
        var v = state
        for index in 0..<64 {
            let sum = rotate(v[4], 6) ^ rotate(v[4], 11) ^ rotate(v[4], 25)
            let choice = (v[4] & v[5]) ^ (~v[4] & v[6])
            let step = v[7] &+ sum &+ choice &+ constants[index] &+ words[index]
            let mixed = rotate(v[0], 2) ^ rotate(v[0], 13) ^ rotate(v[0], 22)
            let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
            v = [step &+ mixed &+ majority, v[0], v[1], v[2], v[3] &+ step, v[4], v[5], v[6]]
        }
        state = zip(state, v).map { $0 &+ $1 }
    }

    private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word >> count | word << (32 - count)
    }

    private static let primes: [UInt64] = (2...311).filter { number in
        !(2..<number).contains { number % $0 == 0 }
    }

    /// The standard takes its constants from roots of the first primes, and so does this.
    private static let firstState = primes.prefix(8).map { fraction(of: $0, power: 2) }
    private static let constants = primes.prefix(64).map { fraction(of: $0, power: 3) }

    /// The first 32 bits behind the point of a number's square or cube root.
    private static func fraction(of number: UInt64, power: Int) -> UInt32 {
        var low = UInt64(0)
        var high = UInt64(20) << 32
        while low + 1 < high {
            let middle = (low + high) / 2
            if isAtMost(middle, power: power, number) { low = middle } else { high = middle }
        }
        return UInt32(truncatingIfNeeded: low)
    }

    /// Whether `root`, counted in 2⁻³² steps, to the power is at most `number`.
    private static func isAtMost(_ root: UInt64, power: Int, _ number: UInt64) -> Bool {
        let wide = UInt128(root)
        // A cube of 37 bits fits 128 bits; so does the number times 2⁹⁶.
        let raised = power == 2 ? wide * wide : wide * wide * wide
        return raised <= UInt128(number) << UInt128(32 * power)
    }
}
