@testable import ExtensionHost
import OperatorNetwork
import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct PeerTypeTests {
    @Test func `a peer passes everything on to its connection`() throws {
        let host = try RunningHost()
        let connection = try PythonSuite.evaluate(
            """
            type('Connection', (), dict(
                owner=None, address='10.0.0.1', port=7, hostname='there', close=lambda self: True,
                send=lambda self, *texts, terminator='-': len(''.join(texts) + terminator),
                sendBytes=lambda self, *parts: len(parts),
                sendOSC=lambda self, *pairs, **options: sorted(options)))()
            """)
        try PythonObject.module("builtins")
            .setAttribute("tested_peer", to: PeerType.make(connection))

        try host.check(
            """
            peer = tested_peer
            assert type(peer) is Peer and (peer.address, peer.port, peer.hostname) == ('10.0.0.1', 7, 'there')
            assert peer.owner is None and peer.close() is True
            assert peer.send('a', 'bc') == 4 and peer.send('a', terminator='') == 1
            assert peer.sendBytes(1, b'2') == 2
            assert peer.sendOSC('/a', 1) == ['asBundle', 'use64BitPrecision', 'useNonStandardTypes']
            raises(AttributeError, '', assign(peer, 'port', 8))
            """)
    }
}
