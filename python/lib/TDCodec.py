"""TouchDesigner's TDCodec, which is not here."""

raise ModuleNotFoundError(
    "There is no TDCodec here: TouchDesigner has it, but what it holds is documented nowhere.",
    name="TDCodec",
)
