internal import CYaml

/// The events of libyaml's parser, one after the other.
///
/// The tree is made from events, not from the tree that Yams makes: that is a fifth of the time, keeps
/// where each value ends, and sees aliases before they multiply.
///
/// - Source: <https://pyyaml.org/wiki/LibYAML>
final class YAMLEvents {
    // SAFETY: made and freed by this object alone; libyaml keeps pointers into it, so that it may
    // not move as a Swift value would.
    private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    private(set) var event = yaml_event_t()

    /// Starts to parse.
    ///
    /// - Parameter bytes: The text as UTF-8, which must outlive this object.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_event_delete(&event)
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// Goes on to the next event.
    ///
    /// - Throws: `YAMLProblem` where the text is no YAML.
    func advance() throws(YAMLProblem) {
        yaml_event_delete(&event)
        guard yaml_parser_parse(parser, &event) == 1 else { throw problem }
    }

    /// What kind of event this is.
    var type: yaml_event_type_t { event.type }

    /// The first line of what the event is about, counted from 1.
    var line: Int { Int(event.start_mark.line) + 1 }

    /// How many characters stand before it on that line.
    var column: Int { Int(event.start_mark.column) }

    /// The line after the last one of what the event is about, counted from 1.
    var endLine: Int {
        Int(event.end_mark.line) + (event.end_mark.column > 0 ? 2 : 1)
    }

    /// A text of the event, such as an anchor; nil where there is none.
    func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    private var problem: YAMLProblem {
        let state = parser.pointee
        return YAMLProblem(
            isUnreadable: state.error == YAML_READER_ERROR,
            problem: state.problem.map { String(cString: $0) } ?? "no reason is given",
            line: Int(state.problem_mark.line) + 1, column: Int(state.problem_mark.column) + 1,
            offset: Int(state.problem_offset), value: state.problem_value,
            context: state.context.map { String(cString: $0) },
            contextLine: Int(state.context_mark.line) + 1)
    }
}
