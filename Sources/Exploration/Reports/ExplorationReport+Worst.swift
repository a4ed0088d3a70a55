extension ExplorationReport.Outcome {
    /// What several explorations say together.
    ///
    /// - Parameter reports: The explorations.
    /// - Returns: Proved only if all are, and there are some.
    package static func worst(of reports: [ExplorationReport]) -> Self {
        if reports.contains(where: { $0.outcome == .failed }) { return .failed }
        return !reports.isEmpty && reports.allSatisfy { $0.outcome == .proved }
            ? .proved : .unproved
    }
}
