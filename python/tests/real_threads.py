"""Runs threads of public repositories, byte for byte: at work, renewed in their midst, ended.

`UNDERSTUDY_REPOSITORIES` names a folder that holds them as `owner+name`; none of their code is
kept here. `understudy run python/tests/real_threads.py --forever` tells what became of each; two
need the packages `numpy` and `requests`.
"""

from __future__ import annotations

import asyncio
import http.server
import json
import os
import socket
import sqlite3
import sys
import tempfile
import threading
import traceback
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import td

sys.path.insert(0, str(td.project.folder))
from real_code import FOLDER, component, stand_in

Steps = Iterator[None]
SCRATCH = Path(tempfile.mkdtemp())


def script(owner: Any, name: str, path: str) -> Any:
    """A Text DAT with a file of a repository."""
    made = owner.create("textDAT", name)
    made.text = (FOLDER / path).read_text("utf-8-sig")
    return made


def until(holds: Callable[[], object], frames: int = 900) -> Steps:
    """Let frames go by until something holds."""
    for _ in range(frames):
        if holds():
            return
        yield
    raise AssertionError(f"it never came: {holds}")


def frames(count: int) -> Steps:
    """Let some frames go by."""
    for _ in range(count):
        yield


def alive(part: str) -> list[str]:
    """The names of the threads that have this in their names."""
    return [thread.name for thread in threading.enumerate() if part in thread.name]


def free_port() -> int:
    """A port that nobody has."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def beside(ask: Callable[[], object]) -> Steps:
    """Ask in a thread, while frames go by; what it raises is raised."""
    answers: list[object] = []

    def work() -> None:
        try:
            answers.append(ask())
        except Exception as error:
            answers.append(error)

    threading.Thread(target=work, daemon=True).start()
    yield from until(lambda: answers)
    if isinstance(answers[0], Exception):
        raise answers[0]


class Served(http.server.BaseHTTPRequestHandler):
    """Answers every request with the same JSON."""

    def do_POST(self) -> None:
        """Answer one."""
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = json.dumps({"id": "s", "whip_url": "w", "params": {"model_id": "m"}}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def multithreading() -> Steps:
    """https://github.com/raganmd/touchdesigner-multi-threading"""
    os.chdir(SCRATCH)
    Path("temp-files").mkdir()
    comp = td.root.create("baseCOMP", "multithreading")
    table, reader = comp.create("tableDAT", "table1"), comp.create("executeDAT", "execute1")
    reader.text = (
        "def onFrameStart(frame):\n    told = op('table1').fetch('myQ')\n"
        "    while not told.empty(): op('table1').appendRow([told.get()])\n"
    )
    work = script(
        comp, "work", "raganmd+touchdesigner-multi-threading/scripts/text_pyThreads_queue.py"
    )
    work.run()
    work.destroy()
    yield from until(lambda: table.numRows == 3)
    assert table.col(0, val=True)[1:] == ["Processing", "Ready"]
    assert Path("temp-files/attempt2.txt").read_text().endswith("Ending working Function")


def commands() -> Steps:
    """https://github.com/superdwayne/Touchdesigner-mcp"""
    comp = td.root.create("baseCOMP", "commands")
    dat = script(comp, "server", "superdwayne+Touchdesigner-mcp/Master.py")
    first = dat.module
    first.SERVER_PORT = free_port()
    assert first.start_mcp_server(dat)

    def call(method: str, **params: str) -> Steps:
        data = json.dumps({"method": method, "params": params}).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{first.SERVER_PORT}/mcp", data)
        yield from beside(lambda: urllib.request.urlopen(request, timeout=20).read())
        yield from frames(4)

    yield from call("create", type="text", name="made", parent="/commands")
    yield from call("set", path="/commands/made", parameter="language", value="python")
    assert comp.op("made").par.language == "python"
    yield from call("delete", path="/commands/made")
    assert comp.op("made") is None
    dat.text += "\n"
    assert dat.module is not first
    dat.module.SERVER_PORT = first.SERVER_PORT
    assert not dat.module.start_mcp_server(dat)
    first.stop_mcp_server()
    assert dat.module.start_mcp_server(dat)
    dat.module.stop_mcp_server()
    assert not alive("serve_forever")


def database() -> Steps:
    """https://github.com/AlphaMoonbaseBerlin/TD_DevUtils"""
    folder = "AlphaMoonbaseBerlin+TD_DevUtils/modules/suspects/project/Logger/SQLitedapter"
    comp = component("database", "extSqliteAdapter", folder, "extSqliteAdapter.py")
    comp.appendCustomPage("Log").appendStr("Commitmode")[0].val = "Thread"
    stand_in(comp, "oldLogger", "def __init__(self, owner): pass", "def Log(self, *said): pass")
    file = str(SCRATCH / "log.db")
    cursor = comp.GetCursor(file)
    cursor.execute("CREATE TABLE log (a, b)")
    for number in range(3):
        cursor.execute("INSERT INTO log VALUES (?, 'x')", (number,))
        comp.Commit(cursor)
        if number == 1:
            comp.par.reinitextensions.pulse()
        yield from frames(3)

    def count() -> int:
        with sqlite3.connect(file) as connection:
            return connection.execute("SELECT count(*) FROM log").fetchone()[0]

    yield from until(lambda: count() == 3)


def coroutines() -> Steps:
    """https://github.com/PlusPlusOne-GmbH/TD_AsyncIO"""
    folder = "PlusPlusOne-GmbH+TD_AsyncIO/modules/suspects/project1/TDAsyncIO"
    comp = component("coroutines", "TDAsyncIO", folder, "cookbook.py", "TDAsyncIO.py")
    each = comp.create("executeDAT", "each")
    each.text = "def onFrameStart(frame): parent().ext.TDAsyncIO._Update()"
    each.par.framestart = True

    async def work() -> str:
        for _ in range(5):
            await comp.Cookbook.NextFrame(1)
        return await asyncio.get_running_loop().run_in_executor(None, "done".upper)

    for renewed in (False, True):
        first = comp.RunAsync(work())[0]
        yield from until(first.done)
        assert first.result() == "DONE"
        endless = comp.RunAsync([asyncio.sleep(60), asyncio.sleep(60)])
        yield
        if renewed:
            comp.par.reinitextensions.pulse()
        else:
            comp.Cancel()
            yield from until(lambda endless=endless: all(task.cancelled() for task in endless))
    last = comp.RunAsync(work())[0]
    yield from until(last.done)


def ticker() -> Steps:
    """https://github.com/PlusPlusOneGmbH/Py_TouchUtilCollection"""
    sys.path.insert(0, str(FOLDER / "PlusPlusOneGmbH+Py_TouchUtilCollection/src"))
    from touchutilcollection import tdasync  # pyright: ignore[reportMissingImports]

    [task] = tdasync.execute(asyncio.sleep(0.05, "slept"))
    yield from until(task.done)
    assert task.result() == "slept"
    endless = tdasync.execute([asyncio.sleep(60), asyncio.sleep(60)])
    yield
    tdasync.cancel()
    yield from until(lambda: all(task.cancelled() for task in endless))


def downloads() -> Steps:
    """https://github.com/SudoMagicCode/td-cloud-palette"""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Served)
    threading.Thread(target=server.serve_forever, daemon=True, name="served files").start()
    folder = "SudoMagicCode+td-cloud-palette/TouchDesigner/td-python/cloudPalette/"
    comp = td.root.create("baseCOMP", "downloads")
    script(comp, "decoratedLog", folder + "decoratedLog.py")
    module = script(comp, "downloader", folder + "downloader.py").module
    files = [SCRATCH / f"got/{number}.tox" for number in range(8)]
    url = f"http://127.0.0.1:{server.server_port}/x"
    module.download([module.dl_target(url, str(file), "x", "x") for file in files], comp)
    assert {file.read_bytes()[:6] for file in files} == {b'{"id":'}
    server.shutdown()
    server.server_close()
    yield


def stream() -> Steps:
    """https://github.com/daydreamlive/daydream-touchdesigner"""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Served)
    threading.Thread(target=server.serve_forever, daemon=True, name="served streams").start()
    os.environ["HOME"] = str(SCRATCH)
    folder = "daydreamlive+daydream-touchdesigner/src"
    comp = td.root.create("containerCOMP", "stream")
    script(comp, "callbacks", f"{folder}/DaydreamWebServerCallbacks.py")
    for name in ("web_server", "web_server_sdp", "web_server_auth"):
        comp.create("webserverDAT", name).par.callbacks = "callbacks"
    comp.create("webrenderTOP", "web_render")
    # A panel has a width and a height, as the picture has that is missing here.
    comp.create("containerCOMP", "stream_source")
    comp.create("timerCHOP", "frame_timer")
    script(comp, "DaydreamExt", f"{folder}/DaydreamExt.py")
    comp.par.ext0object = "op('./DaydreamExt').module.DaydreamExt(me)"
    comp.par.ext0name, comp.par.ext0promote = "Daydream", True
    ext = comp.ext.Daydream
    ext.api.BASE_URL, ext._api_key = f"http://127.0.0.1:{server.server_port}", "key"
    yield from frames(3)
    status = f"http://127.0.0.1:{ext.mjpeg_port}/status"
    yield from beside(lambda: urllib.request.urlopen(status, timeout=20).read())
    comp.par.Active = True
    comp.Start()
    yield from until(lambda: ext.state == "STREAMING")
    comp.par.reinitextensions.pulse()
    yield from frames(3)
    assert comp.ext.Daydream is not ext
    status = f"http://127.0.0.1:{comp.ext.Daydream.mjpeg_port}/status"
    yield from beside(lambda: urllib.request.urlopen(status, timeout=20).read())
    comp.Destroy()
    comp.destroy()
    server.shutdown()
    server.server_close()


def tunnel() -> Steps:
    """https://github.com/studio-edul/W2TD-Web-to-Touchdesigner-Bridge"""
    program = SCRATCH / "home/.pycloudflared/cloudflared"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\necho Registered tunnel connection\nexec sleep 100\n")
    program.chmod(0o755)
    os.environ["HOME"] = str(SCRATCH / "home")
    comp = td.root.create("baseCOMP", "W2TD_Pro")
    settings = comp.create("tableDAT", "w2td_config")
    settings.clear()
    for row in (("key", "value"), ("Tunnelname", "t"), ("Url", "https://x"), ("Port", "1")):
        settings.appendRow(row)
    folder = "studio-edul+W2TD-Web-to-Touchdesigner-Bridge/touchdesigner-pro/py"
    dat = script(comp, "w2td_init", f"{folder}/w2td_init.py")
    assert dat.module.start_fixed_tunnel()
    process = td.root.fetch("w2td_tunnel_proc")
    yield from frames(10)
    dat.text += "\n"
    dat.module.stop_tunnel()
    yield from until(lambda: process.poll() is not None and not alive("(_read)"))


def bridge() -> Steps:
    """https://github.com/wenjunii/flexgpu-touchdesigner"""
    os.environ["FLEXGPU_ROOT"] = str(FOLDER / "wenjunii+flexgpu-touchdesigner")
    comp = td.root.create("baseCOMP", "bridge")
    page = comp.appendCustomPage("Bridge")
    page.appendToggle("Enabled"), page.appendToggle("Resultvalid"), page.appendInt("Sourceframeid")
    for name in ("STATUS", "FRAME_STATE", "CAMERA_METADATA"):
        comp.create("tableDAT", name)
    folder = "wenjunii+flexgpu-touchdesigner/touchdesigner"
    dat = script(comp, "runtime", f"{folder}/moge2_bridge_runtime.py")
    module = dat.module
    for _ in range(2):
        comp.par.Enabled = True
        for _ in range(10):
            status = module.tick(comp)
            yield
        assert status["state"] == "running", status
        assert len(alive("moge2-td")) == 2
        comp.par.Enabled = False
        module.tick(comp)
        yield from until(lambda: not alive("moge2-td"))
    comp.par.Enabled = True
    module.tick(comp)
    dat.text += "\n"
    assert dat.module.tick(comp)["last_error"] == "receiver_start_failed"
    module.stop(comp)
    yield from until(lambda: dat.module.tick(comp)["state"] == "running")
    dat.module.stop(comp)
    yield from until(lambda: not alive("moge2-td"))


def pictures() -> Steps:
    """https://github.com/torinmb/yolo-touchdesigner"""
    import numpy

    class Picture:
        """Stands for the TOP, of which no pictures are made here."""

        def numpyArray(self, **_: object) -> Any:
            """Give a grey one."""
            return numpy.full((640, 640, 4), 128, numpy.uint8)

    folder = "torinmb+yolo-touchdesigner/td_scripts/"
    comp = td.root.create("baseCOMP", "pictures")
    inner = comp.create("baseCOMP", "yolo_server")
    server, client = (
        inner.create("webserverDAT", "webserver1"),
        inner.create("textDAT", "active_client"),
    )
    script(inner, "callbacks", folder + "webserver1_callbacks.py")
    server.par.callbacks, server.par.port, server.par.active = "callbacks", free_port(), True
    comp.create("textDAT", "frame")
    upload = script(comp, "upload", folder + "upload_frames.py").module
    upload.top = Picture()
    yield from frames(2)
    port = server.par.port.eval()
    browser = socket.create_connection(("127.0.0.1", port))
    browser.sendall(
        b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: eHh4eHh4eHh4eHh4eHh4eA==\r\n\r\n"
    )
    yield from until(lambda: client.text.strip())
    upload.send_frame_u8_chw()
    received = browser.makefile("rb")
    yield from beside(lambda: received.read(3 * 640 * 640))
    browser.close()
    server.par.active = False
    yield


WAITING: list[Callable[[], Steps]] = [
    *(multithreading, commands, database, coroutines, ticker, downloads, stream, tunnel, bridge),
    pictures,
]
RUNNING: list[tuple[Callable[[], Steps], Steps]] = []


def onFrameStart(_frame: int) -> None:
    """Let the one that runs go on, and print what became of it."""
    if not RUNNING:
        if not WAITING:
            td.project.quit()
            return
        RUNNING.append((WAITING[0], WAITING.pop(0)()))
    run, steps = RUNNING[0]
    try:
        next(steps)
        return
    except StopIteration:
        print("passed", run.__doc__)
    except Exception:
        print("FAILED", run.__doc__, traceback.format_exc(), sep="\n")
    RUNNING.clear()
