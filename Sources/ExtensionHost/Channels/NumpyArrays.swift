internal import PythonRuntime

/// Samples to and from numpy arrays, where numpy is installed.
enum NumpyArrays {
    /// A float32 array of the shape channels × samples.
    ///
    /// - Throws: `ModuleNotFoundError` without numpy.
    static func array(of rows: [[Float]]) throws(PythonError) -> PythonObject {
        let numpy = try PythonObject.module("numpy")
        let count = rows.first?.count ?? 0
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rows.count * count * 4)
        for row in rows {
            for sample in row {
                // SAFETY: the bytes of a local number are only read, and only during this call.
                withUnsafeBytes(of: sample) { bytes.append(contentsOf: $0) }
            }
        }
        let flat = try numpy.attribute("frombuffer").call(
            bytes.pythonBytes(), keywords: [("dtype", numpy.attribute("float32"))])
        // A copy, because an array over bytes can't be written to.
        return try flat.callMethod("reshape", .tuple([rows.count.python(), count.python()]))
            .callMethod("copy")
    }

    /// The rows of a float32 array of one or two dimensions.
    ///
    /// - Throws: `td.tdError` for another shape or another type of numbers.
    static func rows(of array: PythonObject, dimensions: Int) throws(PythonError) -> [[Float]] {
        let numpy = try PythonObject.module("numpy")
        guard try array.isInstance(of: numpy.attribute("ndarray")) else {
            throw PythonError(.typeError, "a numpy array is needed")
        }
        // A class derived from it may tell another shape than it has.
        let array = try numpy.attribute("ascontiguousarray").call(array)
        let shape = try [Int](python: array.attribute("shape"))
        let type = try array.attribute("dtype").text()
        guard shape.count == dimensions, type == "float32" else {
            let wanted = dimensions == 1 ? "(samples)" : "(channels, samples)"
            throw TDErrors.error(
                "A float32 array of the shape \(wanted) is needed, not \(type) of the shape "
                    + "\(shape).")
        }
        let bytes = try [UInt8](bytes: array.callMethod("tobytes"))
        let count = dimensions == 1 ? shape[0] : shape[1]
        let rows = dimensions == 1 ? 1 : shape[0]
        // SAFETY: tobytes() gives rows × count floats of four bytes each, read within this call.
        return bytes.withUnsafeBytes { buffer in
            (0..<rows).map { row in
                (0..<count).map { index in
                    buffer.loadUnaligned(fromByteOffset: (row * count + index) * 4, as: Float.self)
                }
            }
        }
    }
}
