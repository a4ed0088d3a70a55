/// What is known of the libraries that start threads or call back on one.
enum ThreadAPI {
    /// Classes whose `run` is what a thread runs.
    static let threadClasses: Set = ["threading.Thread", "threading.Timer", "td.TDThread"]
    /// Servers whose handlers run on the thread that serves.
    static let servers: Set = [
        "socketserver.TCPServer", "socketserver.UDPServer", "http.server.HTTPServer",
        "wsgiref.simple_server.WSGIServer",
    ]
    /// Servers whose handlers run on threads of their own.
    static let threadingServers: Set = [
        "socketserver.ThreadingTCPServer", "socketserver.ThreadingUDPServer",
        "http.server.ThreadingHTTPServer",
    ]
    /// Pools of threads.
    static let pools: Set = [
        "concurrent.futures.ThreadPoolExecutor", "concurrent.futures.thread.ThreadPoolExecutor",
        "multiprocessing.pool.ThreadPool", "multiprocessing.dummy.Pool",
    ]
    /// Queues.
    static let queues: Set = [
        "queue.Queue", "queue.SimpleQueue", "queue.LifoQueue", "queue.PriorityQueue",
        "collections.deque",
    ]
    /// Event loops.
    static let loops: Set = [
        "asyncio.new_event_loop", "asyncio.get_event_loop", "asyncio.get_running_loop",
    ]
    /// Built-in functions that the analysis looks through.
    static let builtins: Set = [
        "getattr", "type", "list", "tuple", "iter", "next", "map", "super", "print", "exec", "open",
        "input",
    ]
    /// What `from module import *` brings of what matters here.
    static let starNames: [String: [String]] = [
        "threading": [
            "Thread", "Timer", "Lock", "RLock", "Event", "Condition", "Semaphore", "Barrier",
        ],
        "queue": ["Queue", "SimpleQueue", "LifoQueue", "PriorityQueue", "Empty", "Full"],
    ]

    private static let locks: Set = [
        "threading.Lock", "threading.RLock", "threading.Event", "threading.Condition",
        "threading.Semaphore", "threading.BoundedSemaphore", "threading.Barrier",
    ]

    /// Whether objects of a class are followed.
    static func isKnownType(_ name: String) -> Bool {
        threadClasses.contains(name) || pools.contains(name) || queues.contains(name)
            || locks.contains(name)
    }

    /// The type that an external callable's result is known by.
    static func kind(ofMaker name: String) -> String {
        if pools.contains(name) { return "pool" }
        if queues.contains(name) { return name == "collections.deque" ? "deque" : "queue" }
        if loops.contains(name) { return "loop" }
        if isServer(name) { return "server" }
        return name
    }

    /// Whether a class is a server with handlers.
    static func isServer(_ name: String) -> Bool {
        servers.contains(name) || threadingServers.contains(name)
    }
}
