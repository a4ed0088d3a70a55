"""Tells why documented classes or members are absent: each must have a reason here."""

from __future__ import annotations

_GEOMETRY = "no geometry is made here, so there is none to look into"
_CLASSES = {
    **dict.fromkeys(
        """
        Attribute AttributeData Attributes Bezier Body Group InputPoint Mesh Point Points Poly Prim
        Prims Vertex modelSOP
""".split(),  # noqa: SIM905
        _GEOMETRY,
    ),
    **dict.fromkeys(("CUDAMemory", "CUDAMemoryShape"), "there is no GPU whose memory it could be"),
    **dict.fromkeys(
        ("Dongle", "DongleList", "License", "ProductEntry"),
        "no licence is needed, so the lists of them are empty",
    ),
    **dict.fromkeys(("ListAttribute", "TextLine"), "no text and no list is drawn here"),
    "Camera": "how its motions are computed is not documented",
    "Monitor": "no screen is attached, so the list of monitors is empty",
    "ParGroupUnit": "TouchDesigner itself advises against it: units are parameters of their own",
    "stypeCHOP": "no device is read here",
}
_MEMBERS = {
    "TDU.Camera": "how its motions are computed is not documented",
    "TDU.parSummary": "what the dictionary holds is not documented",
}


def reason(owner: str, member: str) -> str:
    """Give why a member is absent; empty when nobody has said so."""
    return _MEMBERS.get(f"{owner}.{member}") or _CLASSES.get(owner, "")
