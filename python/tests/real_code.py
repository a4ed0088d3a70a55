"""Runs extensions of public repositories, byte for byte, in networks made here.

`UNDERSTUDY_REPOSITORIES` names a folder that holds them as `owner+name`; none of their code is kept
here. `understudy run python/tests/real_code.py` tells what became of each.
"""

from __future__ import annotations

import json
import os
import tempfile
import traceback
from pathlib import Path
from typing import Any

import td

FOLDER = Path(os.environ["UNDERSTUDY_REPOSITORIES"])


def component(name: str, kind: str, folder: str, *files: str) -> Any:
    """A COMP with the files as Text DATs, the last of which holds the class of its extension."""
    made = td.root.create("baseCOMP", name)
    for file in files:
        path = FOLDER / folder / file
        made.create("textDAT", path.stem).text = path.read_text("utf-8-sig")
    made.par.ext0object = f"op('./{Path(files[-1]).stem}').module.{kind}(me)"
    made.par.ext0promote = True
    return made


def stand_in(owner: Any, name: str, *lines: str) -> Any:
    """A COMP that the repository keeps in a binary file, with the few members that are called."""
    made = owner.create("baseCOMP", name)
    made.create("textDAT", "StandIn").text = "class StandIn:\n" + "".join(
        f"    {n}\n" for n in lines
    )
    made.par.ext0object = "op('./StandIn').module.StandIn(me)"
    made.par.ext0promote = True
    return made


def tweener() -> None:
    """https://github.com/AlphaMoonbaseBerlin/TD_Tweener"""
    files = "fade.py", "tween_value.py", "tweener_exceptions.py", "extTweener.py"
    folder = "AlphaMoonbaseBerlin+TD_Tweener/modules/suspects/project/tweener"
    comp = component("tweener", "extTweener", folder, *files)
    stand_in(
        comp, "curves_repo", "def __init__(self, owner): self.Repo = owner",
        "def GetValue(self, now, whole, curve): return min(now / whole, 1)",
    )  # fmt: skip
    page = comp.appendCustomPage("Tweened")
    page.appendFloat("Value")
    page.appendFloat("Other")
    comp.AbsoluteTween(comp.par.Value, 1, 1, curve="Linear")
    comp.AbsoluteTweens([{"par": comp.par.Other, "end": 2}], time=1)
    for _ in range(5):
        comp.FadeStep(0.1)
    assert abs(comp.par.Value - 0.5) < 1e-6
    assert abs(comp.par.Other - 1) < 1e-6
    for _ in range(6):
        comp.FadeStep(0.1)
    assert (comp.par.Value, comp.par.Other) == (1, 2)
    assert not comp.extensions[0].Tweens
    comp.CreateTween(comp.par.Value, 0, 1, mode="EXPRESSION", expression="3 + 4")
    comp.FadeStep(2)
    assert comp.par.Value.expr == "3 + 4"
    assert comp.par.Value == 7


def events() -> None:
    """https://github.com/AlphaMoonbaseBerlin/TD_Event_Listener_System"""
    folder = "AlphaMoonbaseBerlin+TD_Event_Listener_System/modules/suspects/project/"
    emitter = component(
        "emitter", "EventEmitter", folder + "eventEmitter", "event_exceptions.py", "EventEmitter.py"
    )
    emitter.create("textDAT", "definition").text = '{"Hit": {"arguments": ["amount:int"]}}'
    emitter.create("textDAT", "decorator").text = ""
    emitter.create("textDAT", "module_definition")
    page = emitter.appendCustomPage("Events")
    for name in ("Strict", "Bridgeactive", "Gracefulerror"):
        page.appendToggle(name)
    listener = component("listener", "EventListener", folder + "eventListener", "EventListener.py")
    page = listener.appendCustomPage("Events")
    page.appendOP("Emitter")
    page.appendToggle("Active")
    listener.par.Emitter, listener.par.Active = emitter, True
    stand_in(
        listener, "callbackManager", "def __init__(self, owner): self.Heard = []",
        "def Do_Callback(self, *heard): self.Heard.append(heard)",
    )  # fmt: skip
    assert None not in (listener.extensions[0], emitter.extensions[0])
    emitter.Emit("Hit", 3)
    assert ("onHit", 3) in listener.op("callbackManager").Heard
    assert emitter.Construct_Module_Definition() == "def onHit( amount:int ):\n\treturn\n\n"


def asynchronous() -> None:
    """https://github.com/PlusPlusOne-GmbH/TD_AsyncIO"""
    folder = "PlusPlusOne-GmbH+TD_AsyncIO/modules/suspects/project1/TDAsyncIO"
    comp = component("TDAsyncIO", "TDAsyncIO", folder, "cookbook.py", "TDAsyncIO.py")

    async def add(one: int, other: int) -> int:
        return one + other

    assert comp.RunSync([add(1, 2), add(3, 4)]) == [3, 7]


def osc_query() -> None:
    """https://github.com/jonglissimo/td-osc-query-server"""
    comp = component("oscquery", "Oscquery", "jonglissimo+td-osc-query-server", "OscqueryEXT.py")
    comp.create("textDAT", "osc_parse_module").text = ""
    comp.create("webserverDAT", "webserver1")
    stand_in(comp, "monitor_changes", "def __init__(self, owner): pass")
    page = comp.appendCustomPage("Query")
    page.appendStr("Name")
    page.appendToggle("Bidirectionalcommunication")
    for number in range(1, 11):
        page.appendStr(f"Comp{number}")
        page.appendToggle(f"Includepagesinoscpath{number}")
        page.appendStr(f"Oscprefix{number}")
    shown = td.root.create("baseCOMP", "shown")
    page = shown.appendCustomPage("Look")
    page.appendFloat("Size")
    page.appendFloat("Place", size=3)
    comp.par.Comp1 = shown.path
    text = comp.GetJson()
    assert '"FULL_PATH": "/shown/Size"' in text, text
    comp.ReceiveOsc("/shown/Place", [1, 2, 3])
    assert shown.parGroup.Place.eval() == (1, 2, 3)


def saver() -> None:
    """https://github.com/raganmd/touchdesigner-save-external"""
    files = "saveOp.py", "saveUtils.py", "saveEXT.py"
    folder = "raganmd+touchdesigner-save-external/dev/scripts"
    comp = component("saver", "ExternalFiles", folder, *files)
    comp.create("tableDAT", "table_all_external_ops")
    page = comp.appendCustomPage("Save")
    colours = "Defaultcolor Externalop Pythondefault Pythonextension Pythonmodule Commentbug "
    for name in (colours + "Commenthack Commentfix Commentnote").split():
        page.appendRGB(name)
    page.appendToggle("Logtotextport")
    comp.parGroup.Pythonmodule = (0.25, 0.5, 1)
    assert comp.extensions[0] is not None, comp.scriptErrors()
    assert comp.Tag_to_color_map["MOD"].eval() == (0.25, 0.5, 1)
    assert comp.Title_text_to_tag_map["#BUG"] == "comment_bug"


def mediapipe() -> None:
    """https://github.com/torinmb/mediapipe-touchdesigner"""
    folder = FOLDER / "torinmb+mediapipe-touchdesigner/td_scripts"
    comp = td.root.create("containerCOMP", "MediaPipe")
    page = comp.appendCustomPage("Pose")
    page.appendToggle("Autoport")
    page.appendInt("Mediapipeport")
    page.appendPulse("Reset")
    rebuild = comp.create("textDAT", "rebuild")
    rebuild.text = (folder / "Media_Pipe/rebuild_custom_pars.py").read_text("utf-8-sig")
    rebuild.run()
    assert [page.name for page in comp.customPages] == ["Faces", "Hands", "Pose", "Objects"]
    face = td.root.create("baseCOMP", "face")
    page = face.appendCustomPage("Face")
    for name in ("Chops", "Blendshapes", "Transformationmatricies"):
        page.appendToggle(name)[0].val = True
    inner = face.create("baseCOMP", "inner")
    inner.appendCustomPage("Points").appendStr("Pointtype")
    inner.create("textDAT", "in1").text = json.dumps(
        {
            "faceLandmarkResults": {
                "faceLandmarks": [[{"x": i / 478, "y": 0.25, "z": 0} for i in range(478)]],
                "faceBlendshapes": [{"categories": [{"categoryName": "blink", "score": 0.5}]}],
                "facialTransformationMatrixes": [{"data": list(range(16))}],
            }
        }
    )
    names = "landmarks_to_CHOP", "blendshapes_to_CHOP", "transmatrix_to_CHOP"
    made = [inner.create("scriptCHOP", name + "1") for name in names]
    for chop, name in zip(made, names, strict=True):
        code = folder / f"face_tracking/{name}_callbacks.py"
        inner.op(chop.name + "_callbacks").text = code.read_text("utf-8-sig")
    points, blend, matrix = made
    assert (points.numChans, points.numSamples, points["y"][477]) == (3, 478, 0.75)
    assert blend["blink"][0] == 0.5
    assert matrix["m33"][0] == 15
    inner.op("in1").text = ""
    assert (points.numSamples, blend.numChans) == (478, 52)


def mappings() -> None:
    """https://github.com/optexture/td-components"""
    folder, file = "optexture+td-components/control", "ControlMappingExt.py"
    target = component("target", "ControlTarget", folder, file)
    page = target.appendCustomPage("Target")
    page.appendOP("Maptable")
    page.appendOP("Targetroot")
    page.appendStr("Targetname")
    page.appendStr("Group")
    target.par.Targetroot = target
    box = target.create("containerCOMP", "box")
    target.HandleActionPulse("Initmaptable")
    target.AddMappingForParam(box.par.w, control="s1", enable=True)
    target.copy(target.par.Maptable.eval(), name="mappings")
    mapper = component("mapper", "ControlMapper", folder, file)
    mapper.create("baseCOMP", "iparMapperState").appendCustomPage("State").appendOP(
        "Selectedtarget"
    )
    device = mapper.create("baseCOMP", "device")
    sliders = device.create("tableDAT", "sliders")
    sliders.clear()
    sliders.appendRow(["s1", "b0 0a 7f"])
    controls, table = mapper.create("tableDAT", "controls"), mapper.create("tableDAT", "table")
    mapper.BuildDeviceControls(controls, device)
    assert controls.row(1, val=True) == ["s1", "10", "ch1c10"]
    mapper.BuildMapTable(table, [target.path], controls)
    assert table[1, "param"] == "/target/box:w", table.text
    assert (table[1, "chan"], table[1, "targetName"]) == ("ch1c10", "/target")


def picker() -> None:
    """https://github.com/optexture/td-components (component picker, settings)"""
    folder = "optexture+td-components/rack/component_picker"
    with tempfile.TemporaryDirectory() as place:
        for name in ("a.tox", "a.png", "b/b.tox", "b/thumb.png", "note.txt"):
            path = Path(place, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text("")
        comp = component("picker", "ComponentPicker", folder, "ComponentPickerExt.py")
        state = comp.create("baseCOMP", "iparpicker").appendCustomPage("State")
        state.appendInt("Hoverrow")
        files, table = comp.create("folderDAT", "folder"), comp.create("tableDAT", "table")
        files.par.rootfolder, files.par.subfolders, files.par.dateformat = place, True, "epoch"
        # Rows are named by their first column.
        named = comp.create("tableDAT", "named")
        named.clear()
        for row in files.rows(val=True):
            named.appendRow([row[8], *row])
        comp.extensions[0].BuildComponentTable(table, named)
        assert table.col("relpath", val=True)[1:] == ["a.tox", "b/b.tox"], table.text
        assert table["b/b.tox", "thumb"].val.endswith("b/thumb.png")
    target = td.root.create("baseCOMP", "settled")
    page = target.appendCustomPage("Look")
    page.appendFloat("Size")[0].val = 0.5
    page.appendToggle("On")[0].val = True
    page.appendStr("Word")[0].expr = "'a' + 'b'"
    settings = component(
        "settings", "Settings", "optexture+td-components/utils/settings", "SettingsExt.py"
    )
    pars = settings.create("parameterDAT", "pars")
    pars.par.ops, pars.par.builtin = target.path, False
    for name in ("path", "readonly", "enabled", "mode", "expression", "constant"):
        pars.par[name] = True
    saved = settings.BuildSettings(pars)
    assert saved == {"/settled": {"Size": "0.5", "On": "1", "Word": {"$": "'a' + 'b'"}}}, saved
    target.par.Size, target.par.On = 0, False
    settings.ParseSettings(saved)
    assert (target.par.Size, target.par.On) == (0.5, True)


def timeline() -> None:
    """https://github.com/franklin113/Touchdesigner-Multi-Layer-Timeline"""
    folder = FOLDER / "franklin113+Touchdesigner-Multi-Layer-Timeline/Tox/Timeline3D/Project"
    main = td.root.create("baseCOMP", "Main")
    main.par.parentshortcut = "Main"
    template = main.create("baseCOMP", "Cues").create("baseCOMP", "base_Template_Cue0")
    template.appendCustomPage("Cue").appendFloat("Starttime")
    template.appendCustomPage("System")
    main.create("baseCOMP", "Layers")
    user = main.create("baseCOMP", "iparUserSettings")
    page = user.appendCustomPage("Settings")
    for name in ("Timelinelength", "Layercount", "Fps", "Zoom", "Cameraposition"):
        page.appendFloat(name)
    page.appendStr("Activetimeline")
    page.appendMenu("Availabletimelines")
    user.appendCustomPage("Project").appendFile("File")
    main.par.iop0shortcut, main.par.iop0op = "UserSettings", user
    stand_in(
        main, "RenderPick", "def __init__(self, owner): self.Selection = []",
        "def UpdateAllBounds(self): pass",
    )  # fmt: skip
    stand_in(
        main, "Time", "def __init__(self, owner): self.Went = None",
        "def GotoTime(self, seconds): self.Went = seconds",
    )  # fmt: skip
    now = main.create("constantCHOP", "select_CurrentTime")
    now.par.const0name, now.par.const0value = "timer_fraction_WorldPos", 3
    manager = main.create("baseCOMP", "Project")
    for name in ("CueSpec", "ParWriter", "Manager"):
        manager.create("textDAT", name).text = (folder / f"{name}.py").read_text("utf-8-sig")
    manager.par.ext0object = "op('./Manager').module.Manager(me)"
    manager.par.ext0promote = True
    assert manager.AddTimeline("Show")
    assert manager.AddDefault(startTime=2.5).par.Starttime == 2.5
    manager.AddDefault(startTime=4)
    manager.StoreTimelineData("Show")
    assert manager.AddTimeline("Other")
    assert not manager.GetOps(cue=True)
    manager.LoadTimeline("Show")
    assert [cue.par.Starttime.eval() for cue in manager.GetOps(cue=True)] == [2.5, 4]
    assert (main.op("Time").Went, user.par.Activetimeline.eval()) == (3, "Show")


def helper() -> None:
    """https://github.com/optexture/td-components (parameters made like others and bound)"""
    comp = component("helper", "ParamHelper", "optexture+td-components/tools", "ParamHelperExt.py")
    page = comp.appendCustomPage("Helper")
    page.appendCOMP("Destination")
    for name in ("Nameprefix", "Labelprefix", "Page", "Attachmenttype", "Attachdirection"):
        page.appendStr(name)
    page.appendStr("Referencepathtype")
    page.appendToggle("Labelusecustomprefix")
    page.appendToggle("Pageusecustomname")
    comp.create("tableDAT", "set_statuses")
    shown, source = td.root.create("baseCOMP", "dest"), td.root.create("containerCOMP", "source")
    comp.par.Destination, comp.par.Attachmenttype = shown, "reference"
    comp.par.Attachdirection = "oldmaster"
    source.par.w = 33
    for kind in ("absolute", "relative", "shortcut"):
        comp.par.Nameprefix, comp.par.Referencepathtype = kind, kind
        comp.HandleDrop("w", 0, 0, 0, 1, "parameter", source.path, "/")
    made = {par.name: par.expr for par in shown.customPars}
    assert len(made) == 3, made
    source.par.w = 34
    assert {par.eval() for par in shown.customPars} == {34}, made


def onStart() -> None:
    """Run each, and print what became of it."""
    for run in (
        *(tweener, events, asynchronous, osc_query, saver, mediapipe, mappings, picker),
        *(timeline, helper),
    ):
        try:
            run()
        except Exception:
            print("FAILED", run.__doc__, traceback.format_exc(), sep="\n")
        else:
            print("passed", run.__doc__)
