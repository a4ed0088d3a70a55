/// How schedules are dealt out: to rows, in each of which one runs after the other.
///
/// What is left behind in a process changes only later ones of its row. So which row a schedule belongs to
/// follows from its number alone, and what comes of it is the same however many rows run at once.
package enum Rows {
    /// The most rows there are.
    package static let most = 8
    /// So many schedules in a row belong to the same one.
    private static let block = 16

    /// The row of a schedule.
    ///
    /// - Parameter number: How many were given before it.
    /// - Returns: Its number.
    package static func row(of number: Int) -> Int { number / block % count(number) }

    /// How many schedules may be given before it is known what came of the first of them.
    ///
    /// - Parameter number: How many were given in all.
    /// - Returns: How many, the first one included.
    package static func window(_ number: Int) -> Int { block * count(number) }

    /// Each row begins with forks, which a short exploration could not make up for.
    private static func count(_ number: Int) -> Int {
        number < 512 ? 2 : number < 4096 ? 4 : most
    }
}
