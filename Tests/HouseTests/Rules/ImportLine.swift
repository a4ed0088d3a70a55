/// One import of a Swift file.
struct ImportLine: Equatable {
    /// The line, counted from 1.
    let number: Int
    let module: String
    /// The access level as written, or nothing.
    let access: String?

    /// The imports of a file, of whole modules and of single declarations.
    static func all(in file: HouseFile) -> [ImportLine] {
        SourceText(file).numberedCode.flatMap { number, code in
            code.split(separator: ";").compactMap { statement in
                imported(String(statement)).map {
                    ImportLine(number: number, module: $0.module, access: $0.access)
                }
            }
        }
    }

    private static func imported(_ statement: String) -> (module: String, access: String?)? {
        guard statement.contains("import") else { return nil }
        let attribute = /@\w+(?:\([^)]*\))?\s+/
        let pattern =
            #/
            ^\s* (?:(public | package | internal | fileprivate | private) \s+)?
            import \s+
            (?:(?:struct | class | enum | protocol | func | var | let | typealias | actor) \s+)?
            (\w+)
            /#
        guard let match = statement.replacing(attribute, with: "").firstMatch(of: pattern) else {
            return nil
        }
        return (String(match.output.2), match.output.1.map(String.init))
    }
}
