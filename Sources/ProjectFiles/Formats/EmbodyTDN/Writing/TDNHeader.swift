internal import OperatorNetwork

/// The first lines of a network file that did not exist before.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#document-structure>
enum TDNHeader {
    /// Makes the document without operators.
    ///
    /// - Parameter networkPath: The path of the COMP that the file is for.
    /// - Returns: A document that has everything but operators.
    static func draft(networkPath: String) -> Draft {
        .mapping([
            DraftEntry("format", .scalar(.string("tdn"))),
            DraftEntry("version", .scalar(.string("2.0"))),
            DraftEntry("generator", .scalar(.string("Understudy/0.1.0"))),
            DraftEntry("td_build", .scalar(.string("2025.32050"))),
            DraftEntry("exported_at", .scalar(.string(Timestamp.now))),
            DraftEntry("network_path", .scalar(.string(networkPath))),
            DraftEntry(
                "options",
                .mapping([
                    DraftEntry("include_dat_content", .scalar(.bool(true))),
                    DraftEntry("include_storage", .scalar(.bool(true))),
                ])),
            DraftEntry("operators", .list([])),
        ])
    }
}
