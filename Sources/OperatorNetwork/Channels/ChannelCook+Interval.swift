/// Start and end as the Trim, Stretch, Shift and Resample pages give them.
extension ChannelCook {
    /// A place in samples: absolute, from the input's own start or end, or from the current frame.
    func place(_ name: String, of input: Channels, from origin: Double) throws -> Double {
        let place = try samples(name, at: input.rate).rounded()
        return switch try text("relative") {
        case "rel": origin + place
        case "cur": moment.sliceEnd(at: input.rate) + place
        default: place
        }
    }
}
