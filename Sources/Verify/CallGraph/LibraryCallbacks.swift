/// Libraries that call what they are given from threads of their own.
///
/// - Source: <https://python-watchdog.readthedocs.io/>, <https://pynput.readthedocs.io/>,
///   <https://mido.readthedocs.io/>, <https://python-sounddevice.readthedocs.io/>,
///   <https://websocket-client.readthedocs.io/>, <https://python-socketio.readthedocs.io/>
enum LibraryCallbacks {
    /// Keywords of a callable that take a callback.
    static let keywords: [String: [String]] = [
        "websocket.WebSocketApp": [
            "on_open", "on_message", "on_error", "on_close", "on_data", "on_ping", "on_pong",
        ],
        "pynput.keyboard.Listener": ["on_press", "on_release"],
        "pynput.mouse.Listener": ["on_move", "on_click", "on_scroll"],
        "sounddevice.InputStream": ["callback"], "sounddevice.OutputStream": ["callback"],
        "sounddevice.Stream": ["callback"], "pyaudio.PyAudio.open": ["stream_callback"],
        "mido.open_input": ["callback"], "zeroconf.ServiceBrowser": ["handlers"],
    ]
    /// Callables whose argument at a position is a callback.
    static let positions: [String: Int] = [
        "rtmidi.MidiIn.set_callback": 0, "keyboard.on_press": 0, "keyboard.on_release": 0,
        "keyboard.hook": 0, "keyboard.add_hotkey": 1,
    ]
    /// Classes whose methods a library calls.
    static let bases: Set = [
        "watchdog.events.FileSystemEventHandler", "watchdog.events.PatternMatchingEventHandler",
        "watchdog.events.RegexMatchingEventHandler",
    ]
    /// Decorators that make a function a callback.
    static let decorators: Set = ["socketio.Client.on", "socketio.Client.event"]
    /// Attributes of a library's object that hold a callback.
    static let attributes: Set = [
        "on_message", "on_connect", "on_disconnect", "on_open", "on_error", "on_close",
        "on_publish", "on_subscribe",
    ]

    /// The callbacks among the arguments of a call.
    static func callbacks(of name: String, _ call: ExternalCall) -> Set<Value> {
        var found: Set<Value> = []
        for keyword in keywords[name] ?? [] { found.take(call.named[keyword] ?? []) }
        if let position = positions[name], position < call.positional.count {
            found.take(call.positional[position])
        }
        return found
    }
}
