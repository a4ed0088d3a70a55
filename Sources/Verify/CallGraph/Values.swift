extension Set<Value> {
    /// Adds the values of another set; where there are none yet the two share their storage, which
    /// spares most of what reading a script costs.
    mutating func take(_ values: Set<Value>) {
        if isEmpty { self = values } else if !values.isEmpty { formUnion(values) }
    }
}
