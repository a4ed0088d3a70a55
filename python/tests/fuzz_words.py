"""What the fuzz of the operator API says: names, texts, expressions, types, what it leaves out."""

from __future__ import annotations

import td

# What a wrong call may raise. Anything else, such as SystemError, is a fault of the host.
EXPECTED = (
    td.tdError, TypeError, ValueError, AttributeError, LookupError, ArithmeticError, NameError,
    SyntaxError, RecursionError, OSError, NotImplementedError, StopIteration, ImportError,
)  # fmt: skip
# They write files, open windows of the system, end the process or wait for somebody.
LEFT_OUT = {
    "save", "saveByteArray", "saveExternalTox", "loadTox", "loadByteArray", "reload", "quit",
    "load",
    "export", "write", "request", "addFile", "forceCrash", "viewFile", "chooseFile", "chooseFolder",
    "messageBox", "storage", "realTime", "cookRate", "python", "detach", "power", "closeWindow",
    "performMode", "__class__", "__del__", "__init_subclass__", "__subclasshook__", "__dict__",
}  # fmt: skip
# They would use the network or the disk of the machine.
SOCKETS = {
    "webserverDAT", "webclientDAT", "websocketDAT", "tcpipDAT", "udpinDAT", "udpoutDAT", "oscinDAT",
    "oscoutDAT", "oscinCHOP", "oscoutCHOP", "fileoutDAT", "folderDAT", "udtinDAT", "udtoutDAT",
}  # fmt: skip
COMMON = """
    baseCOMP containerCOMP replicatorCOMP timeCOMP geometryCOMP buttonCOMP textDAT tableDAT
    scriptDAT
    selectDAT mergeDAT evaluateDAT executeDAT parameterexecuteDAT pargroupexecuteDAT datexecuteDAT
    opexecuteDAT chopexecuteDAT panelexecuteDAT opfindDAT fifoDAT choptoDAT dattoCHOP baseCOMP
    baseCOMP
    constantCHOP nullCHOP mathCHOP mergeCHOP selectCHOP timerCHOP scriptCHOP inDAT outDAT inCHOP
    outCHOP
    switchDAT nullDAT annotateCOMP
""".split()  # noqa: SIM905
NAMES = [
    "a", "b", "c1", "a/b", "/fuzzed/a", "", " ", "é", "名", "x" * 300, "1", "a b", "..", ".", "*",
    "a\0b",
    "me", "par", "text1", "7" * 30, "A", "Items", "local",
]  # fmt: skip
# The functions that callback DATs look for; what they do is one call more.
CALLBACKS = {
    "executeDAT": "onStart onCreate onFrameStart onFrameEnd onExit",
    "parameterexecuteDAT": "onValueChange onValuesChanged onPulse onExpressionChange onModeChange",
    "pargroupexecuteDAT": "onValueChange onValuesChanged onPulse onExpressionChange onModeChange",
    "datexecuteDAT": "onTableChange onRowChange onColChange onCellChange onSizeChange",
    "opexecuteDAT": "onPreCook onPostCook onDestroy onFlagChange onWireChange onNameChange "
    "onPathChange "
    "onUIChange onNumChildrenChange onChildRename onCurrentChildChange onExtensionChange",
    "chopexecuteDAT": "onOffToOn whileOn onOnToOff whileOff onValueChange",
    "panelexecuteDAT": "onOffToOn whileOn onOnToOff whileOff onValueChange",
}
CALLED_BY_OTHERS = (
    "onCook onSetupParameters onPulse onReplicate onRemoveReplicant onInitialize onDone onReceive"
)
DISTURB = "op('/fuzz').module.disturb()"
TEXTS = [
    "", "a\tb\nc\td", "\n" * 5, "x" * 2000, "é\u2028\U0001f600", "\0", "1", "-3.5", "on",
    "raise ValueError('asked for')", "def f(:", "me.destroy()", f"{DISTURB}\nmod.a",
    "\n".join(f"def {name}(*a):\n    return {DISTURB}" for name in CALLED_BY_OTHERS.split()),
    "def onCook(scriptOp):\n    scriptOp.destroy()",
    "def onFrameStart(frame):\n    parent().destroy()",
    "def onReplicate(comp, *a):\n    comp.destroy()",
    f"class E:\n    def __init__(self, owner):\n        {DISTURB}\n        self.Owner = owner\n"
    f"    def onInitTD(self):\n        {DISTURB}\n    def onDestroyTD(self):\n        {DISTURB}\n"
    "    def F(self):\n        return self.Owner.F()\n",
]  # fmt: skip
EXPRESSIONS = [
    "1", "me.name", "me.par.A", "me.par.x + 1", "op('../a').par.A", "op('a')[0, 0]", "op('b')[0]",
    "1 / 0", "None", "[me]", "1 +", "", "absTime.frame", "me.time.frame", "parent().par.A", DISTURB,
    "me.fetch('k', 0)", "me.inputs", "ext.E.Owner", "parent().numChildren", "op('a').text", "iop.X",
    "len(me.findChildren())", "ipar.X.A", "me.digits", "op('/fuzzed/a').module.E", "mod.a.f",
    "parent.S.name", "op.S.par.A", "'a' * 3", "passive(me).name", "op('./a').module.E(me)",
    "me.parent().op('./E').module.E(me)",
]  # fmt: skip
