internal import Frames
internal import OperatorNetwork
internal import PythonRuntime

/// What the host does in each phase of a frame, around each wait, and after each change of the network.
final class FrameWork: FrameObserver, NetworkObserver {
    private unowned let host: Host
    private var released: GIL.Released?
    private var threadsAlive = 0
    private var leaving: [OperatorID: Operator] = [:]

    private var pause: RealPause

    init(host: Host) {
        self.host = host
        pause = RealPause(patience: host.configuration.patience)
    }

    func playStateChanged(_ isPlaying: Bool) {
        guard let state = try? isPlaying.python() else { return }
        host.callbacks.call(.playStateChange, [state])
    }

    func frameStarts(_ frame: Frame) {
        DeferredRelease.drain()
        host.chronicle.frame = frame.number
        host.clock.frameStarts()
        hearSignals(frame)
        host.syncedFiles.frameStarts()
        host.extensions.followChanges()
        host.sockets.serve()
        guard frame.step > 0, let number = try? Int(clamping: frame.timelineFrame).python()
        else { return }
        host.callbacks.call(.frameStart, [number])
    }

    /// Lets the project's signal handlers run where what they raise is told, and not lost in the first
    /// Python of ours that follows.
    private func hearSignals(_ frame: Frame) {
        do throws(PythonError) {
            try SignalHandlers.callPending()
            threadsAlive = try ThreadWatch.poll(frame: frame.number)
        } catch {
            host.report(error, in: "code between two frames", of: host.network.root)
        }
    }

    func runsDue(_ frame: Frame) {
        host.pulses.end(in: frame)
        RunFunction.callHandedOver { [host] error in
            host.report(error, in: "run() from a thread", of: host.network.root)
        }
    }

    func cook(_ frame: Frame) {
        host.channelDuties.doFrame()
        host.watches.call(.start)
        host.parameterCallbacks.callInFrame()
    }

    func frameSettles(_ frame: Frame) {
        host.components.update()
        if host.network.journal != nil { host.undo.endAll() }
        host.extensions.callOnInit()
        host.parameterCallbacks.callAtEnd()
    }

    func frameEnds(_ frame: Frame) {
        host.watches.call(.end)
        host.errorLog.deliver()
        if frame.step > 0, let number = try? Int(clamping: frame.timelineFrame).python() {
            host.callbacks.call(.frameEnd, [number])
        }
        host.sockets.endFrame()
        host.syncedFiles.frameEnds()
        host.chronicle.lookAtContents()
        host.changeProjects()
    }

    func willWait(until deadline: Double) {
        let isVirtual = host.configuration.clock == .virtual
        let isExpectingPeers = isVirtual && host.sockets.isExpectingPeers
        FrameWatch.waits()
        released = GIL.letGo()
        // Virtual time would leave threads no moment to run in.
        if isVirtual, threadsAlive > 0 || isExpectingPeers {
            pause.forThreads(frame: 1 / host.loop.rate)
        }
    }

    func didWait() {
        let began = MonotonicTime.nanoseconds
        released.take()?.takeBack()
        let waited = Double(MonotonicTime.nanoseconds &- began) / 1e9
        FrameWatch.works()
        if waited > HoldUps.share / host.loop.rate, host.configuration.clock == .real {
            host.holdUps.frameWaited(waited, before: host.loop.frame.number &+ 1)
        }
    }

    /// Starts to watch an operator.
    func adopt(_ node: Operator) {
        host.callbacks.noticed(node)
        host.sockets.noticed(node)
        host.watches.noticed(node)
        host.errorLog.noticed(node)
        host.parameterCallbacks.noticed(node)
        host.channelDuties.noticed(node)
        host.chronicle.watch(node)
    }

    func network(_ network: Network, didMake change: NetworkChange) {
        host.watches.heard(change)
        do throws(PythonError) {
            switch change {
            case .created(let node):
                adopt(node)
            case .copied(let node, _):
                for copy in node.withDescendants { adopt(copy) }
            case .willDestroy(let node):
                leaving[node.id] = node
                host.extensions.tearDown(node)
                host.sockets.leaves(node)
                ScriptSources.leave(node)
                if let parent = node.parent { OperatorObject.forget(node.name, in: parent) }
            case .destroyed(let id):
                host.modules.forget(id)
                host.scriptErrors.forget(id)
                host.scripts.forget(id)
                host.syncedFiles.forget(id)
                host.chronicle.operatorIsGone()
                host.callbacks.changed()
                host.parameterCallbacks.operatorsLeft()
                host.channelDuties.operatorsLeft()
                if let node = leaving.removeValue(forKey: id) { OperatorObject.release(node) }
            case .renamed(let node, let old):
                if let parent = node.parent { OperatorObject.forget(old, in: parent) }
                host.callbacks.changed()
            case .parameterPulsed(let node, let parameter):
                if parameter.name == "loadonstartpulse" { host.syncedFiles.load(node) }
                if parameter.name == "writepulse" { host.syncedFiles.save(node) }
                host.sockets.pulsed(node, parameter)
                host.errorLog.pulsed(parameter, of: node)
                host.parameterCallbacks.pulsed(parameter)
                host.scriptCallbacks.pulsed(parameter, of: node)
                if parameter.name == "reinitextensions" { makeExtensionsAnew(node) }
            case .parameterChanged(let node, let parameter):
                host.syncedFiles.parameterChanged(parameter, of: node)
                host.sockets.changed(node)
                host.parameterCallbacks.changed(node)
                if parameter.definition.sequence == "ext" {
                    host.extensions.parametersChanged(of: node)
                }
            case .parametersRedefined(let node):
                host.parameterCallbacks.redefined()
                host.channelExports.parametersRedefined()
                host.extensions.parametersChanged(of: node)
            case .contentReplaced(let node):
                // What a script writes into a DAT stands in no line of a file.
                node.origin = nil
                try host.cooks.edited(node)
            case .flagsChanged(let node):
                // `op()` finds utility operators only when asked to.
                if node.flags.contains(.utility), let parent = node.parent {
                    OperatorObject.forget(node.name, in: parent)
                }
                host.channelExports.flagsChanged(node)
            case .wired:
                break
            }
            host.components.noticed(change)
        } catch {
            host.report(error, in: "a change of the network", of: host.network.root)
        }
    }

    private func makeExtensionsAnew(_ node: Operator) {
        do throws(PythonError) {
            _ = try host.extensions.reinitialise(node)
        } catch {
            host.report(error, in: "pulsing reinitextensions", of: node)
        }
    }
}
