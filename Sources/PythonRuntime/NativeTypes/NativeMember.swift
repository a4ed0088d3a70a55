/// A property written in Swift.
final class NativeProperty {
    let name: String
    let thread: MemberThread
    let get: (PythonObject) throws(PythonError) -> PythonObject
    let set: ((PythonObject, PythonObject) throws(PythonError) -> Void)?
    let documentation: String

    init(
        name: String, documentation: String, thread: MemberThread,
        get: @escaping (PythonObject) throws(PythonError) -> PythonObject,
        set: ((PythonObject, PythonObject) throws(PythonError) -> Void)?
    ) {
        self.name = name
        self.documentation = documentation
        self.thread = thread
        self.get = get
        self.set = set
    }
}

/// One member of a native type.
public struct NativeMember {
    enum Content {
        case property(NativeProperty)
        case method(NativeFunction)
        case constant(String, PythonObject)
        case rawProperty(
            String, get: UnsafeMutableRawPointer, set: UnsafeMutableRawPointer?)
        case rawMethod(String, function: UnsafeMutableRawPointer, flags: CInt)
    }

    let content: Content

    /// The member's Python name.
    public var name: String {
        switch content {
        case .property(let property): property.name
        case .method(let function): function.name
        case .constant(let name, _), .rawProperty(let name, _, _), .rawMethod(let name, _, _): name
        }
    }

    /// A property: `object.name`, and `object.name = value` when there is a setter.
    ///
    /// - Parameters:
    ///   - name: Its Python name.
    ///   - documentation: Its `__doc__`; none when empty.
    ///   - thread: Which threads may use it.
    ///   - get: Gives its value.
    ///   - set: Takes a new value; nil makes it read-only.
    /// - Returns: The member.
    public static func property(
        _ name: String, documentation: String = "", thread: MemberThread = .main,
        get: @escaping (PythonObject) throws(PythonError) -> PythonObject,
        set: ((PythonObject, PythonObject) throws(PythonError) -> Void)? = nil
    ) -> NativeMember {
        NativeMember(
            content: .property(
                NativeProperty(
                    name: name, documentation: documentation, thread: thread, get: get, set: set)))
    }

    /// A method; names with two underscores on both sides fill the type's slots as in Python.
    ///
    /// - Parameters:
    ///   - name: Its Python name.
    ///   - signature: Its parameters without `self`, see ``Signature``.
    ///   - documentation: Its `__doc__`; none when empty.
    ///   - thread: Which threads may call it.
    ///   - body: What it does.
    /// - Returns: The member.
    public static func method(
        _ name: String, _ signature: String = "", documentation: String = "",
        thread: MemberThread = .main,
        _ body: @escaping (NativeCall) throws(PythonError) -> PythonObject
    ) -> NativeMember {
        NativeMember(
            content: .method(
                NativeFunction(
                    name: name, signature: signature, documentation: documentation, thread: thread,
                    body: body)))
    }

    /// The same member with another `__doc__`; constants and C functions have none and stay as they are.
    public func documented(_ documentation: String) -> NativeMember {
        switch content {
        case .property(let old):
            .property(
                old.name, documentation: documentation, thread: old.thread, get: old.get,
                set: old.set)
        case .method(let old): NativeMember(content: .method(old.documented(documentation)))
        case .constant, .rawProperty, .rawMethod: self
        }
    }

    /// A class attribute.
    ///
    /// - Parameters:
    ///   - name: Its Python name.
    ///   - value: Its value.
    /// - Returns: The member.
    public static func constant(_ name: String, _ value: PythonObject) -> NativeMember {
        NativeMember(content: .constant(name, value))
    }

    /// A property of two C functions, for members whose speed counts.
    ///
    /// They check the thread.
    ///
    /// - Parameters:
    ///   - name: Its Python name.
    ///   - get: A C `getter`.
    ///   - set: A C `setter`; nil makes it read-only.
    /// - Returns: The member.
    public static func rawProperty(
        _ name: String, get: UnsafeMutableRawPointer, set: UnsafeMutableRawPointer? = nil
    ) -> NativeMember {
        NativeMember(content: .rawProperty(name, get: get, set: set))
    }

    /// A method of one C function, for members whose speed counts.
    ///
    /// It checks the thread.
    ///
    /// - Parameters:
    ///   - name: Its Python name.
    ///   - function: A C function of the shape that `flags` tells.
    ///   - flags: CPython's `METH_…` flags.
    /// - Returns: The member.
    public static func rawMethod(
        _ name: String, function: UnsafeMutableRawPointer, flags: CInt
    ) -> NativeMember {
        NativeMember(content: .rawMethod(name, function: function, flags: flags))
    }
}
