/// A number with its noun.
enum Counted {
    static func text(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 || noun == "advice" ? "" : "s")"
    }
}
