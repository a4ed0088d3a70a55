internal import PythonRuntime

/// `td.Peer`: the other end of a connection, or the sender of a datagram.
///
/// - Source: <https://docs.derivative.ca/Peer_Class>
enum PeerType {
    private final class Peer {
        let connection: PythonObject

        init(_ connection: PythonObject) { self.connection = connection }
    }

    static var members: [NativeMember] {
        ["owner", "address", "port", "hostname"].map { name in
            .property(name) { peer throws(PythonError) in
                try connection(of: peer).attribute(name)
            }
        }
            + [("close", "")].map(method) + SocketMembers.sending.map(method)
    }

    /// The peer of a connection.
    static func make(_ connection: PythonObject) throws(PythonError) -> PythonObject {
        try TDModule.types.peer.instance(of: Peer(connection))
    }

    private static func method(_ name: String, _ signature: String) -> NativeMember {
        .method(name, signature) { call throws(PythonError) in
            try SocketMembers.pass(call, signature, to: connection(of: call.owner).attribute(name))
        }
    }

    private static func connection(of object: PythonObject) throws(PythonError) -> PythonObject {
        guard let peer = TDModule.types.peer.payload(of: object, as: Peer.self) else {
            throw PythonError(.typeError, "this is a method of Peer objects")
        }
        return peer.connection
    }
}
