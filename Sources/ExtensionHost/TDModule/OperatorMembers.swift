internal import PythonRuntime

/// What the classes of operator families and types have of their own: the table of contents.
///
/// `OP`, `COMP` and `DAT`, which every project needs, are made with their members from the start.
enum OperatorMembers {
    /// The members of a family such as `CHOP` or of a type such as `webserverDAT`.
    static func members(of name: String) -> [NativeMember] {
        SocketMembers.members(of: name) + ComponentMembers.members(of: name)
            + DATTypeMembers.members(of: name) + ChannelMembers.members(of: name)
            + UnbuiltMembers.members(of: name)
    }

    /// The C functions of a family or type, beside those that every operator has.
    static func slots(of name: String) -> [NativeSlot] {
        name == "CHOP" ? ChannelSubscript.slots : []
    }
}
