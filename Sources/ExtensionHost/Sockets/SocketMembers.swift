internal import OperatorNetwork
internal import PythonRuntime

/// The members that each type of network DAT has of its own: its device in Python does the work.
///
/// - Source: <https://docs.derivative.ca/WebserverDAT_Class>,
///   <https://docs.derivative.ca/WebclientDAT_Class>, <https://docs.derivative.ca/UdpinDAT_Class>
enum SocketMembers {
    typealias Method = (name: String, signature: String)

    // Without a terminator a NUL is sent, which no signature can show.
    private static let sendingBytes: [Method] = [
        ("send", "*messages, terminator=?"), ("sendBytes", "*messages"),
    ]

    /// What every connection of bytes or datagrams can send.
    static let sending: [Method] =
        sendingBytes + [
            (
                "sendOSC",
                "address, *values, asBundle=False, useNonStandardTypes=True, "
                    + "use64BitPrecision=False"
            )
        ]

    private static let request: Method = (
        "request",
        "url, method, header=None, data=None, pars=None, authType=None, username=None, "
            + "password=None, appKey=None, appSecret=None, oauth1Token=None, oauth1Secret=None, "
            + "oauth2Token=None, uploadFile=None, timeout=60000"
    )

    /// The members of a type; none for other types.
    static func members(of type: String) -> [NativeMember] {
        switch type {
        case "oscinDAT", "oscoutDAT", "udpinDAT", "udpoutDAT": methods(sending)
        case "tcpipDAT": methods(sendingBytes)
        case "webclientDAT":
            [reading("connections")] + methods([request, ("closeConnection", "id")])
        case "webserverDAT": [reading("webSocketConnections")] + methods(webServer)
        case "websocketDAT":
            methods([
                ("sendText", "*message"), ("sendBinary", "*contents"), ("sendPing", "*contents"),
                ("sendPong", "*contents"),
            ])
        default: []
        }
    }

    private static let webServer: [Method] = [
        ("authenticateBasic", "token, userPasswords"), ("webSocketClose", "client"),
        ("webSocketSendBinary", "client, data"), ("webSocketSendPing", "client, data=None"),
        ("webSocketSendPong", "client, data=None"), ("webSocketSendText", "client, data"),
    ]

    /// Passes a call on to a Python function with the same parameters.
    static func pass(
        _ call: NativeCall, _ signature: String, to function: PythonObject
    ) throws(PythonError) -> PythonObject {
        var positional: [PythonObject] = []
        var keywords: [(String, PythonObject)] = []
        var index = 0
        var isBehindRest = false
        for parameter in signature.split(separator: ", ") {
            if parameter.hasPrefix("*") {
                positional += call.rest
                isBehindRest = true
                continue
            }
            defer { index += 1 }
            guard let value = call.given(index) else { continue }
            let name = String(parameter.prefix { $0 != "=" })
            if isBehindRest {
                keywords.append((name, value))
            } else {
                positional.append(value)
            }
        }
        return try function.call(arguments: positional, keywords: keywords)
    }

    private static func methods(_ methods: [Method]) -> [NativeMember] {
        methods.map { name, signature in
            .calling(name, signature) { node, call throws(PythonError) in
                try pass(call, signature, to: device(of: node).attribute(name))
            }
        }
    }

    private static func reading(_ name: String) -> NativeMember {
        .reading(name) { node throws(PythonError) in try device(of: node).attribute(name) }
    }

    private static func device(of node: Operator) throws(PythonError) -> PythonObject {
        try Host.running.sockets.device(of: node)
    }
}
