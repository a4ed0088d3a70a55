/// The functions that TouchDesigner calls by name, on the main thread, within a frame.
///
/// - Source: <https://docs.derivative.ca/Execute_DAT>
enum Callbacks {
    private static let names: Set = [
        "onFrameStart", "onFrameEnd", "onPlayStateChange", "onValueChange", "onValuesChanged",
        "onPulse", "onExpressionChange", "onExportChange", "onEnableChange", "onModeChange",
        "onOffToOn", "whileOn", "onOnToOff", "whileOff", "onTableChange", "onRowChange",
        "onColChange", "onCellChange", "onSizeChange", "onCook", "onSetupParameters",
        "onGetCookLevel", "onHTTPRequest", "onWebSocketOpen", "onWebSocketClose",
        "onWebSocketReceiveText", "onWebSocketReceiveBinary", "onReceive", "onReceiveOSC",
        "onReceiveText", "onReceiveBinary", "onResponse", "onTimerPulse", "whileTimerActive",
        "onSegmentEnter", "onSegmentExit", "onCycle", "onDone", "onPreCook", "onPostCook",
        "onFlagChange", "onWireChange", "onRefresh", "OnRefresh", "OnSuccess", "OnExcept",
    ]

    /// Whether the main thread calls a function within frames: by its name, or by what it says.
    static func isCalledInFrames(_ function: ScriptFunction) -> Bool {
        let name = function.definition.name
        if names.contains(name) { return true }
        if function.owner != nil, name.hasPrefix("Check") || name.hasPrefix("Poll") { return true }
        guard let documentation = function.definition.documentation?.lowercased() else {
            return false
        }
        return documentation.contains("every frame") || documentation.contains("each frame")
    }
}
