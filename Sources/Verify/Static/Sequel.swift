/// The private methods that run only after others have come to some line: nothing but what stands
/// behind that line calls them, or names them for a later frame.
struct Sequel {
    private let places: [(function: ScriptFunction, span: SourceSpan)]
    private let analysis: Analysis

    /// Names the lines after which something is there.
    init(after places: [(function: ScriptFunction, span: SourceSpan)], _ analysis: Analysis) {
        self.places = places
        self.analysis = analysis
    }

    /// Whether all of these run after one of the lines only.
    func covers(_ functions: Set<ScriptFunction>) -> Bool {
        var trusted: Set<ScriptFunction> = []
        return functions.allSatisfy { covers($0, &trusted) }
    }

    private func covers(_ function: ScriptFunction, _ trusted: inout Set<ScriptFunction>) -> Bool {
        // A method that comes back to itself came from somewhere else first.
        guard trusted.insert(function).inserted else { return true }
        let name = function.definition.name
        guard name.hasPrefix("_"), !name.hasPrefix("__") else { return false }
        let mentions = (analysis.index.mentions[name] ?? []).filter { $0.function !== function }
        guard !mentions.isEmpty else { return false }
        for mention in mentions {
            guard let inside = mention.function else { return false }
            let isBehind = places.contains { place in
                place.function === inside.outermost && place.span.isBefore(mention.span)
            }
            guard isBehind || covers(inside.outermost, &trusted) else { return false }
        }
        return true
    }
}
