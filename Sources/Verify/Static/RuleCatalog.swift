/// Every static rule, one line each.
package enum RuleCatalog {
    package static let all: [any Rule.Type] = [
        OperatorAccessFromThread.self,
        OperatorReadFromThread.self,
        OperatorHandedToThread.self,
        RunFromThread.self,
        WorkerNotDaemon.self,
        DaemonSetAfterStart.self,
        ThreadHandleOverwritten.self,
        NoStopPath.self,
        JoinBeforeSignal.self,
        EventNobodySets.self,
        BlockingQueueInCallback.self,
        WaitingInCallback.self,
        SlowCallInCallback.self,
        OneItemPerFrame.self,
        UnboundedQueue.self,
        EmptyThenGet.self,
        SwallowedExceptionInPoll.self,
        UnlockedReadModifyWrite.self,
        LockNotReleased.self,
        LockMadeWhereUsed.self,
        AttributeBeforeItExists.self,
        ThreadStartedInInit.self,
        LostException.self,
        TargetCalledNotPassed.self,
        ArgumentsNotATuple.self,
        ServerNotClosable.self,
    ]

    /// The rule of a number or a name, in any case.
    package static func rule(_ name: String) -> (any Rule.Type)? {
        all.first {
            $0.id.lowercased() == name.lowercased() || $0.name.lowercased() == name.lowercased()
        }
    }
}
