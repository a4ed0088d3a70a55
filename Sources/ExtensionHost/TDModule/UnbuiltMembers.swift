internal import OperatorNetwork
internal import PythonRuntime

/// Documented members of live classes that nothing here answers: each says so, and why.
///
/// - Source: <https://docs.derivative.ca/OP_Class>, <https://docs.derivative.ca/DAT_Class>,
///   <https://docs.derivative.ca/COMP_Class>
enum UnbuiltMembers {
    /// The members of a class.
    static func members(of type: String) -> [NativeMember] {
        switch type {
        case "OP": facts + memory
        case "COMP": [method("collapseSelected", "", "nothing is selected in an editor here")]
        case "containerCOMP": clicks
        case "DAT":
            [
                property("export", isSet: true, "only CHOPs export here"),
                method(
                    "detectLanguage", "setLanguage=False",
                    "how TouchDesigner tells languages apart is not documented"),
            ]
        case "fileoutDAT":
            [
                method("send", "*messages, terminator=' '", "this DAT writes what is wired in"),
                method("sendBytes", "*messages", "this DAT writes what is wired in"),
            ]
        case "dattoCHOP":
            ["inputCell", "inputCol", "inputRow", "inputTable"].map {
                property($0, "no expression is evaluated for a cell of this operator")
            }
        case "eventCHOP":
            [
                method(
                    "createEvent",
                    "hold=False, samples=?, index=0, attackTime=None, attackLevel=None, "
                        + "decayTime=None, sustainTime=None, sustainMin=None, sustainMax=None, "
                        + "releaseTime=None, releaseLevel=None, speed=None", events),
                method("releaseEvent", "id", events),
            ]
        case "lagCHOP", "mathCHOP", "noiseCHOP", "patternCHOP", "waveCHOP":
            [property("sampleIndex", "its parameters are evaluated once for a channel")]
        case "clockCHOP": [property("timecode", timecode)]
        case "timerCHOP":
            [property("timecode", timecode)]
        default: []
        }
    }

    private static let events = "events begin with its inputs only"
    private static let timecode = "which time it shows is not documented"

    /// What the catalogue of types does not know.
    private static var facts: [NativeMember] {
        ["icon", "isFilter", "licenseType", "minInputs"].map {
            property($0, "the documentation does not give it for each type")
        }
    }

    private static var memory: [NativeMember] {
        let why = "the memory of single operators is not measured"
        return [property("cpuMemory", why), method("childrenCPUMemory", "", why)]
    }

    private static var clicks: [NativeMember] {
        let buttons =
            "clickCount=1, force=False, left=False, middle=False, right=False, group=None"
        let why = "use interactMouse(), which newer versions have instead"
        return [
            method("click", "u, v, \(buttons)", why),
            method("clickChild", "childIndex, \(buttons)", why),
        ]
    }

    /// A member that is read, and set if TouchDesigner lets it be.
    static func property(_ name: String, isSet: Bool = false, _ why: String) -> NativeMember {
        .property(
            name, documentation: "\(DeclaredMembers.mark) \(why).",
            get: { object throws(PythonError) in throw try refusal(name, of: object, why) },
            set: isSet
                ? { object, _ throws(PythonError) in throw try refusal(name, of: object, why) }
                : nil)
    }

    private static func method(_ name: String, _ signature: String, _ why: String) -> NativeMember {
        .method(name, signature, documentation: "\(DeclaredMembers.mark) \(why).") {
            call throws(PythonError) in
            throw try refusal("\(name)()", of: call.owner, why)
        }
    }

    private static func refusal(
        _ member: String, of object: PythonObject, _ why: String
    ) throws(PythonError) -> PythonError {
        let owner =
            OperatorObject.isOperator(object)
            ? try OperatorObject.node(of: object).path : object.typeName
        return TDErrors.error("\(member) of \(owner) is not to be had: \(why).")
    }
}
