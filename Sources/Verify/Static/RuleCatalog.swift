/// Every rule, one line each.
package enum RuleCatalog {
    package static let all: [any Rule.Type] = [
        OperatorAccessFromThread.self,
        OperatorReadFromThread.self,
        OperatorHandedToThread.self,
        OperatorInLibraryCallback.self,
        RunFromThread.self,
        SlowTaskHook.self,
        ExtensionUsedFromThread.self,
        WorkerNotDaemon.self,
        DaemonSetAfterStart.self,
        ThreadHandleOverwritten.self,
        NoStopPath.self,
        SurvivorAfterReinit.self,
        JoinBeforeSignal.self,
        EventNobodySets.self,
        ClearBeforeWait.self,
        ChildOutlivesThread.self,
        BlockingQueueInCallback.self,
        WaitingInCallback.self,
        SlowCallInCallback.self,
        LockHeldWhileWaiting.self,
        SpinInCallback.self,
        EventLoopInCallback.self,
        OneItemPerFrame.self,
        UnboundedQueue.self,
        EmptyThenGet.self,
        SwallowedExceptionInPoll.self,
        ItemChangedAfterPut.self,
        ResultOfOldWork.self,
        StatusOutOfOrder.self,
        UnlockedReadModifyWrite.self,
        CheckThenAct.self,
        SharedWithoutOrder.self,
        LockOrderInversion.self,
        LockNotReleased.self,
        LockMadeWhereUsed.self,
        BareConditionWait.self,
        IterationWhileChanged.self,
        SelfDeadlock.self,
        TaskWaitsForOwnPool.self,
        AttributeBeforeItExists.self,
        ThreadStartedInInit.self,
        LostException.self,
        ImportInThread.self,
        PrintStorm.self,
        TargetCalledNotPassed.self,
        ArgumentsNotATuple.self,
        ServerNotClosable.self,
        ForeignThread.self,
        ForkWithThreads.self,
        SomeOrderRaises.self,
        SomeOrderBreaksInvariant.self,
        ThreadNeverRests.self,
        ProcessEnds.self,
        ScheduleTakesTooLong.self,
    ]

    /// The rules that a name stands for: one by its number or name, or all whose numbers begin so, such
    /// as `TH1`.
    package static func rules(_ name: String) -> [any Rule.Type] {
        if let one = rule(name) { return [one] }
        let start = name.uppercased()
        return start.hasPrefix("TH") ? all.filter { $0.id.hasPrefix(start) } : []
    }

    /// The rule of a number or a name, in any case.
    package static func rule(_ name: String) -> (any Rule.Type)? {
        all.first {
            $0.id.lowercased() == name.lowercased() || $0.name.lowercased() == name.lowercased()
        }
    }
}
