/// A parameter's style, spelled as TouchDesigner names it.
///
/// - Source: <https://docs.derivative.ca/Custom_Parameters>
package nonisolated enum ParameterStyle: String, Sendable, CaseIterable {
    case float = "Float"
    case int = "Int"
    case toggle = "Toggle"
    case momentary = "Momentary"
    case pulse = "Pulse"
    case str = "Str"
    case strMenu = "StrMenu"
    case menu = "Menu"
    case file = "File"
    case fileSave = "FileSave"
    case folder = "Folder"
    case python = "Python"
    case header = "Header"
    case sequence = "Sequence"
    case op = "OP"
    case comp = "COMP"
    case dat = "DAT"
    case chop = "CHOP"
    case top = "TOP"
    case topMulti = "TOPMulti"
    case sop = "SOP"
    case mat = "MAT"
    case pop = "POP"
    case object = "Object"
    case panelComp = "PanelCOMP"
    case xy = "XY"
    case xyz = "XYZ"
    case xyzw = "XYZW"
    case wh = "WH"
    case uv = "UV"
    case uvw = "UVW"
    case rgb = "RGB"
    case rgba = "RGBA"

    /// What a parameter of this style holds.
    package nonisolated enum Kind: Sendable {
        case float
        case int
        case toggle
        case pulse
        case text
        case python
        case menu
        case operatorPath
        case header
        case sequence
    }

    package var kind: Kind {
        switch self {
        case .float, .xy, .xyz, .xyzw, .wh, .uv, .uvw, .rgb, .rgba: .float
        case .int: .int
        case .toggle, .momentary: .toggle
        case .pulse: .pulse
        case .str, .strMenu, .file, .fileSave, .folder: .text
        case .python: .python
        case .menu: .menu
        case .header: .header
        case .sequence: .sequence
        case .op, .comp, .dat, .chop, .top, .topMulti, .sop, .mat, .pop, .object, .panelComp:
            .operatorPath
        }
    }

    /// The style a parameter reports once it is made: `RGB` becomes `RGBA`, `XY` becomes `XYZW`.
    ///
    /// - Source: <https://docs.derivative.ca/Custom_Parameters>
    package var normalised: ParameterStyle {
        switch self {
        case .xy, .xyz: .xyzw
        case .uv: .uvw
        case .rgb: .rgba
        default: self
        }
    }

    /// The letters that end the names of a group's parameters; none for styles of one parameter
    /// and for those that count from 1.
    package var suffixes: [String] {
        switch self {
        case .xy: ["x", "y"]
        case .xyz: ["x", "y", "z"]
        case .xyzw: ["x", "y", "z", "w"]
        case .wh: ["w", "h"]
        case .uv: ["u", "v"]
        case .uvw: ["u", "v", "w"]
        case .rgb: ["r", "g", "b"]
        case .rgba: ["r", "g", "b", "a"]
        default: []
        }
    }

    /// Whether a group of this style may have 1 to 4 parameters, numbered from 1.
    package var isSizable: Bool { self == .float || self == .int }

    /// The value of a fresh parameter.
    var blank: ParameterValue {
        switch kind {
        case .float: .double(0)
        case .int, .sequence: .int(0)
        case .toggle, .pulse: .bool(false)
        case .text, .python, .menu, .operatorPath, .header: .string("")
        }
    }
}
