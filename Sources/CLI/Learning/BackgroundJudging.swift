private import Foundation
internal import Learn
private import Synchronization

/// An answer that is judged while keys are still heard.
final class BackgroundJudging: Sendable {
    private let found = Mutex<Result<Judgement?, any Error>?>(nil)

    /// Begins to judge the open lesson's answer.
    init(_ learning: Learning) {
        Thread.detachNewThread {
            let result = Result { try learning.judgement() }
            self.found.withLock { $0 = result }
        }
    }

    /// What it came to; nil while it is not done.
    var result: Result<Judgement?, any Error>? { found.withLock { $0 } }
}
