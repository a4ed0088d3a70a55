/// The number that names one operator for as long as its network lives.
///
/// A rename keeps it; a copy gets a new one, and a number is never used twice.
///
/// - Source: <https://docs.derivative.ca/OP_Class>
package nonisolated struct OperatorID: Hashable, Sendable {
    package let number: Int

    package init(number: Int) {
        self.number = number
    }
}
