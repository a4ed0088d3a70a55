internal import CConfinement

/// What of the protection this system can give.
package enum Abilities {
    /// A sentence for each part that is missing here; none when all of it is there.
    package static var missing: [String] {
        let found = CConfinement_abilities()
        let parts = [
            (
                CCONFINEMENT_FILES,
                "This system cannot keep answers from changing files outside of their folder."
            ),
            (
                CCONFINEMENT_SIGNALS,
                "This system cannot keep answers from ending other programs of the same user."
            ),
            (
                CCONFINEMENT_CALLS,
                "This system cannot keep answers from leaving their session, where they are not found."
            ),
        ]
        return parts.filter { found & $0.0 == 0 }.map(\.1)
    }
}
