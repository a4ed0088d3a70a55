"""Tells a built-in parameter's style from what the documentation says of it: name and label.

The documentation's parameter lists name each parameter and its menu, but no style. The rules below
derive one, in the order of `style_of`; what they can't tell stays a `Float`, the most frequent.
"""

from __future__ import annotations

import re

# What a label's last word says of the operators that the parameter takes.
OPERATOR_LABELS = {
    "DAT": "DAT",
    "DATs": "DAT",
    "CHOP": "CHOP",
    "CHOPs": "CHOP",
    "TOP": "TOP",
    "TOPs": "TOP",
    "SOP": "SOP",
    "SOPs": "SOP",
    "POP": "POP",
    "POPs": "POP",
    "MAT": "MAT",
    "Material": "MAT",
    "COMP": "COMP",
    "COMPs": "COMP",
    "Component": "COMP",
    "Components": "OP",
    "OP": "OP",
    "OPs": "OP",
    "Operator": "OP",
    "Operators": "OP",
    "Object": "Object",
    "Objects": "Object",
    "Camera": "Object",
    "Cameras": "Object",
    "Light": "Object",
    "Lights": "Object",
    "Geometry": "Object",
}

# Names whose style is the same on every operator that has them.
KNOWN = {
    "autoexportroot": "OP",
    "exporttable": "DAT",
    "timeslice": "Toggle",
    "bypass": "Toggle",
    "callbacks": "DAT",
    "clone": "COMP",
    "opviewer": "OP",
    "fromop": "OP",
    "scope": "Str",
    "delscope": "Str",
    "name": "Str",
    "seed": "Float",
    "channame": "Str",
    "channames": "Str",
    "channelname": "Str",
    "channelnames": "Str",
    "commonrenamefrom": "Str",
    "commonrenameto": "Str",
    "renamefrom": "Str",
    "renameto": "Str",
    "netaddress": "Str",
    "address": "Str",
    "url": "Str",
    "font": "Str",
    "fontfile": "File",
    "text": "Str",
    "resmenu": "Pulse",
    "armenu": "Pulse",
    "resmult": "Toggle",
    "npasses": "Int",
    "keepmemory": "Toggle",
    "edit": "Pulse",
    "index": "Float",
    "rate": "Float",
    "start": "Float",
    "end": "Float",
    "port": "Int",
    "maxlines": "Int",
    "clamp": "Toggle",
    "rows": "Int",
    "cols": "Int",
    "material": "MAT",
    "lookat": "Object",
    "camera": "Object",
    "pathsop": "SOP",
    "constrain": "Object",
    "bindip": "Str",
    "localaddress": "Str",
    "localport": "Int",
    "parentshortcut": "Str",
    "opshortcut": "Str",
    "externaltox": "File",
    "subcompname": "Str",
    "savebackup": "Toggle",
    "reloadcustom": "Toggle",
    "reloadbuiltin": "Toggle",
    "loadondemand": "Toggle",
    "display": "Toggle",
    "enable": "Toggle",
    "active": "Toggle",
    "play": "Toggle",
    "print": "Toggle",
    "customext": "Str",
    "syncfile": "Toggle",
    "loadonstart": "Toggle",
    "write": "Toggle",
    "initextonstart": "Toggle",
    "reinitextensions": "Pulse",
    "extapplyandroll": "Toggle",
    "borderover": "Toggle",
    "clickthrough": "Toggle",
    "sizefromwindow": "Toggle",
    "multrgb": "Toggle",
    "promote": "Toggle",
    "deferpars": "Toggle",
    "builtin": "Toggle",
    "builtindrop": "Toggle",
    "custom": "Toggle",
    "valuechange": "Toggle",
    "valueschanged": "Toggle",
    "expressionchange": "Toggle",
    "modechange": "Toggle",
    "whileoff": "Toggle",
    "whileon": "Toggle",
    "outdone": "Toggle",
    "outinit": "Toggle",
    "outready": "Toggle",
    "outrunning": "Toggle",
    "chopvaluereplace": "Toggle",
    "compoverinput": "Toggle",
    "blending": "Toggle",
    "xformmatrixop": "OP",
    "defaultreadencoding": "StrMenu",
    "leftborder": "StrMenu",
    "leftborderi": "StrMenu",
    "rightborderi": "StrMenu",
    "topborderi": "StrMenu",
    "bottomborderi": "StrMenu",
    "rightborder": "StrMenu",
    "bottomborder": "StrMenu",
    "topborder": "StrMenu",
    "resizecomp": "COMP",
    "repocomp": "COMP",
    "activeops": "Toggle",
    "deactivatedops": "Toggle",
    "totalops": "Toggle",
    "Backcoloralpha": "Float",
    "customname": "Str",
    "numcomps": "Int",
    "comps": "Int",
}

# A label that begins with one of these words is a yes or a no, whatever follows.
QUESTIONS = re.compile(
    r"(Use|Enable|Allow|Show|Hide|Include|Ignore|Invert|Flip|Auto|Automatic|Automatically|Keep|Do|"
    r"Force|Preserve|Normalize|Remove|Delete|Skip|Override|Limit|Draw|Compute|Add|Create|Always|"
    r"Reverse|Swap|Lock|Match|Split|Convert|Generate|Compensate|Is|Has|Cook|Fetch|Strip|"
    r"Consolidate|Unique|Pre-Multiply|Post-Multiply|Interpolate|Omit|Learn|Limit|Setup|Clamp|"
    r"Legacy|Original|Total|Dropped|Append|Unroll|Transfer|Discrete|Read Entire|Save|Fix|"
    r"Invert|Align|Make|Inherit|Front|Back|Side|Debug|Status|IMU|Recompute|Correct|Deform)\b"
)
# One that begins with one of these is, unless it ends in something to count, to name or to measure.
LOOSE_QUESTIONS = re.compile(
    r"(Clear|Snap|Apply|Update|Close|Closed|Import|Export|Active|Display|Play|Cycle|Loop|Mute|Solo|"
    r"Monochrome|On|Off|Dither|Transpose|Free|Load|Merge|Gather|Detect|Require|Reset|Smooth|Direct|"
    r"Multiply by|Extrude|Constrain|Track|Wrap|Repeat|Replace|Reload|Record|Only|Per|Consider|"
    r"Treat|Receive|Send|Discard|Double|Full|Global|Live|Mirror|Perspective|Print|Prevent|Randomize|Raw|"
    r"Read|Relative|Resample|Restrict|Scale to|Secure|Separate|Shuffle|Shutdown|Sync|Tint|Verify|"
    r"Visualize|Write|Assume|Anti-Alias|Absolute|Attach|Cap|Check|Cleanup|Compress|Connect|"
    r"Disable|Echo|Fill Holes|Fit|Follow|Group by|Hardware|Infinite|Left Handed|Maintain|Minimize|"
    r"Motion|No|Orient|Partial|Permanent|Quantize|Reorder|Shade|Sixteenths|Ramp|Sine|Bar|Beat|"
    r"Bounding|Velocity|Acceleration|Aspect Correct|Quaternion|Imperfect|Trigger|First Input|"
    r"Top|Error|Word Wrap|Local)\b"
)
# Words that measure: what bears them is a number.
MEASURES = re.compile(
    r"\b(Value|Gain|Point|Start|End|Time|Speed|Rate|Tolerance|Threshold|Frequency|Factor|Boost|"
    r"Offset|Scale|Range|Angle|Radius|Distance|Weight|Amount|Strength|Crossfade|Alpha|[RGBA])$"
)
# Fragments of labels that mean a yes or no wherever they stand.
TOGGLES = re.compile(
    r"(\b(Enable|Enabled|Active|Inside|Off Center|Visible|Recording|Cloning|Memory|Mono|"
    r"Looping|Auto-|Immediately|on Start|on Load|when|When|Pause|Hold|Cue|Playing|if|Missing|"
    r"Confidence|Always|Every Frame|Only)\b|\+)"
)
UNITS = re.compile(r"(units?$)")
TABLES = re.compile(r"\b(Table|Shader|Directives|DAT List)$")
PULSES = re.compile(
    r"(pulse$|^(initialize|start|reload|refresh|go|step|capture|calibrate|openfolder|"
    r"create[a-z]*|addframe|editanim[a-z]*|recreateall|gotodone|gotoendcycle|"
    r"gotonextseg|gotoprevseg|closeviewer|winopen|winclose)$)"
)
FILES = re.compile(r"\b(File|Files|Font File|Filename|File Name)$")
FOLDERS = re.compile(r"\b(Folder|Directory)$")
TEXTS = re.compile(
    r"\b(Name|Names|Scope|Attribute|Attributes|Attrib|Expression|Expr|String|Text|Title|Label|"
    r"Labels|Pattern|Mask|Address|Password|User|Username|Group|Groups|Prefix|Suffix|Delimiter|"
    r"Header|Headers|URL|Command|Parameters|Parameter|Channels|Channel|Filter|Format|Token|Key|ID|"
    r"Topic|Host|Device|Column|Columns|Rows|Path|From|To|Values|Tags|Tag|Shortcut|Comment|Script|"
    r"Extension|Line|Font|Uniform|Locale|Serial|Select|Node|Source Name|Stream|Fields|"
    r"Characters|Conditions?|Layout|Connection|Track|Sensor|Source|Message|Sequence|Clip|"
    r"Panels|Button|Rule)( \d+| [A-D])?$"
)
WHOLE = re.compile(
    r"\b(Index|Number|Count|Port|Samples|Seed|Level|Levels|Order|Divisions|Iterations|Depth|Frame|"
    r"Frames|Lines|Steps|Rows|Columns|Passes|Segments|Points|Instances|Bits|Bit|Queue|Timeout|"
    r"Maximum Cycles|Max|Length|Channel|Universe|Net|Subnet|Quality|Retries|Harmonics|Pixels|"
    r"Multiplier|Copies|Size|Width|Height|Priority|Digits|Thickness|Octaves)( \d+)?$"
)
# Suffixes of a group's parameters, and the style that groups of them bear.
GROUPS = {
    "x y": "XYZW",
    "x y z": "XYZW",
    "x y z w": "XYZW",
    "u v": "UVW",
    "u v w": "UVW",
    "w h": "WH",
    "r g b": "RGBA",
    "r g b a": "RGBA",
    "l r b t": "Int",
    "left middle right": "Toggle",
    "min max": "Float",
    "1 2": "Float",
    "1 2 3": "Float",
    "1 2 3 4": "Float",
    "0 1 2": "Float",
    "0 1 2 3": "Float",
}

# Groups whose parameters the lists leave out.
UNLISTED = [
    (r"(resize|reposition)[wxhy]|[xyz]limit|bound", "min max"),
    (r"(from|to|sel|[uvxy])?range(from|to|[rgba])?|signature|latitude|longitude|span", "1 2"),
    (r"lag|overshoot|slope|accel|weight|uvsnap|lowerleft|upperright|tex(scale|offset)", "1 2"),
    (
        r"darkuv|lightuv|taper|borderspace|rad|segment|layoutorigin|arcangle|angle[uv]?|"
        r"tile[uv]",
        "1 2",
    ),
    (r"rotatet|scale[tc]|vector", "1 2 3"),
    (r"tracking|position|(extract|pin)p\d", "x y"),
]
MAPS = re.compile(r"map$|^texture\d$|^instancetexs$|sampler0top$")

# Names that are one or on when an operator is fresh, in groups each of them.
ONES = re.compile(
    r"active|enable|display|reloadcustom|reloadbuiltin|savebackup|enablecloning|opacity|gain|amp|"
    r"p?scale|p?s|speed|multiplier|period|frequency"
)


def suffixes_of(name: str, entries: list[list[str]]) -> list[str]:
    """Give the suffixes of a group's parameters; none when the entries are a menu's."""
    return listed_suffixes(name, entries) if entries else unlisted_suffixes(name)


def listed_suffixes(name: str, entries: list[list[str]]) -> list[str]:
    """Give the suffixes when a menu is none: the documentation lists a group's parameters so."""
    suffixes = [entry[0][len(name) :] for entry in entries]
    if not all(entry[0].startswith(name) for entry in entries):
        return []
    suffixes = list(dict.fromkeys(suffixes))
    if suffixes[:4] == ["1", "2", "min", "max"]:
        suffixes = ["1", "2"]
    if suffixes[:3] == ["1", "2", "3"] and suffixes[3:] == ["x", "y", "z"]:
        suffixes = ["x", "y", "z"]
    return suffixes if " ".join(suffixes) in GROUPS else []


def is_row(name: str, entries: list[list[str]]) -> bool:
    """Tell whether a menu is none: the documentation lists what shares a parameter's row so."""
    return bool(entries) and entries[0][0] == name


def group_style(suffixes: list[str], label: str) -> str:
    """Give the style of a group of parameters."""
    style = GROUPS[" ".join(suffixes)]
    if style == "Float" and " Attribute" in label:
        return "Str"
    return style


def style_of(name: str, label: str) -> str:
    """Give the style of a parameter that has no menu and is no group."""
    bare = re.sub(r"\s*\(.*\)$|\.+$", "", label)
    last = bare.split(" ")[-1] if bare else ""
    if name in KNOWN:
        return KNOWN[name]
    if PULSES.search(name):
        return "Pulse"
    if FOLDERS.search(bare):
        return "Folder"
    if FILES.search(bare):
        return "File"
    if last in OPERATOR_LABELS:
        return OPERATOR_LABELS[last]
    if UNITS.search(name):
        return "StrMenu"
    if TABLES.search(bare):
        return "DAT"
    if QUESTIONS.match(bare):
        return "Toggle"
    if WHOLE.search(bare):
        return "Int"
    if not MEASURES.search(bare) and (TOGGLES.search(bare) or LOOSE_QUESTIONS.match(bare)):
        return "Toggle"
    if TEXTS.search(bare):
        return "Str"
    return "Float"


def unlisted_suffixes(name: str) -> list[str]:
    """Give the suffixes of a group whose parameters the lists leave out."""
    for names, suffixes in UNLISTED:
        if re.fullmatch(names, name):
            return suffixes.split(" ")
    return []


def bare_menu_style(name: str, label: str) -> str:
    """Give the style of a menu whose entries come from somewhere else: devices, channels, fonts."""
    if MAPS.search(name):
        return "TOP"
    style = style_of(name, label)
    return "StrMenu" if style in ("Float", "Int", "Str", "Toggle", "Pulse") else style


# Menus of DATs that hold more in saved networks than is documented, such as the language `text`.
OPEN_MENUS = ("language", "extension")


def menu_style(name: str, label: str) -> str:
    """Give the style of a menu with entries; one that suggests what to type takes any text."""
    # The listed fonts are those of the computer that the documentation was made on.
    is_open = name in ("font", *OPEN_MENUS) or re.search(r"\b(Scope|Attribute|Attributes)$", label)
    return "StrMenu" if is_open else "Menu"


def default_of(name: str, style: str, count: int) -> str:
    """Give the default value, one for each of a group's parameters, where it is not the style's."""
    is_number = style in ("Float", "Int", "Toggle", "XYZW", "UVW")
    if not is_number or not ONES.fullmatch(name):
        return ""
    return " ".join(["1"] * max(count, 1))
