/// A client of HTTP servers; answers come to its callbacks in later frames.
///
/// - Source: <https://docs.derivative.ca/Web_Client_DAT>
package nonisolated enum WebClientDAT {
    package static let type = OperatorType(
        "webclient", .dat, label: "Web Client",
        pages: [request, authentication, DATPages.common], initialContent: .text(""),
        inputLimit: 2, callbacks: callbacks)

    private static let request = ParameterPage(
        "Web Client",
        [
            NetworkPages.active,
            .menu(
                "reqmethod", "Request Method",
                [
                    ("get", "GET"), ("post", "POST"), ("put", "PUT"), ("delete", "DELETE"),
                    ("head", "HEAD"), ("options", "OPTIONS"), ("patch", "PATCH"),
                ]),
            .text("url", "URL"),
            .text("uploadfile", "Upload File", style: .file),
            .pulse("request", "Request"),
            .pulse("stop", "Stop"),
            .toggle("stream", "Stream"),
            .toggle("verifycert", "Verify Certificate (SSL)", default: true),
            .int("timeout", "Timeout", default: 10000, max: 60000),
            .toggle("includeheader", "Include Header in Output"),
            NetworkPages.callbacks,
        ])

    // TouchDesigner's own spelling of the OAuth kinds.
    private static let authentication = ParameterPage(
        "Authentication",
        [
            .menu(
                "authtype", "Authentication Type",
                [
                    ("none", "None"), ("basic", "Basic"), ("digest", "Digest"),
                    ("ouath1", "OAuth1"), ("ouath2", "OAuth2"),
                ]),
            .text("username", "Username"),
            .text("pw", "Password"),
        ])

    private static let callbacks = """
        # id: what request() returned; statusCode: a dictionary of code and message
        # headerDict: the headers, for a stream with its first piece only; data: bytes

        def onConnect(webClientDAT, id):
        \treturn

        def onDisconnect(webClientDAT, id):
        \treturn

        def onResponse(webClientDAT, statusCode, headerDict, data, id):
        \treturn

        """
}
