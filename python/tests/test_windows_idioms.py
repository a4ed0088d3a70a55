"""Code that starts processes the Windows way runs here, unchanged."""

import asyncio
import importlib.util
import inspect
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import understudy_windows

if sys.platform == "win32":
    pytest.skip("these are the idioms of Windows", allow_module_level=True)


@pytest.fixture
def project(tmp_path):
    scripts = tmp_path / "www" / "Scripts"
    scripts.mkdir(parents=True)
    (scripts / "serve-all.cmd").write_text(
        "@echo off\r\necho serving %1\r\necho to stderr 1>&2\r\nexit /b 3\r\n"
    )
    (scripts / "job.py").write_text("import sys; print('job', sys.argv[1:])")
    return tmp_path


@pytest.fixture
def module(project):
    """A subprocess module of its own, so that the one of pytest stays as it is."""
    spec = importlib.util.find_spec("subprocess")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    made.said = []
    understudy_windows.install(made, str(project), made.said.append)
    return made


def output(module, args, **more):
    process = module.Popen(args, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **more)
    with process.stdout:
        text = process.stdout.read()
    process.wait()
    return text if isinstance(text, str) else text.decode(), process.returncode


def test_the_script_of_the_document_runs_as_it_is_written(module):
    lines = []

    def run_script():
        p = module.Popen(
            ["serve-all.cmd"],
            cwd="www\\scripts",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            shell=True,
            text=True,
            bufsize=1,
        )
        for line in p.stdout:
            lines.append(line)
        p.stdout.close()
        p.wait()
        lines.append(p.returncode)

    thread = threading.Thread(target=run_script, daemon=True)
    thread.start()
    thread.join(20)

    assert lines == ["serving \n", "to stderr \n", 3]
    assert module.said == [
        "'www\\scripts' read as 'www/Scripts' (Windows path)",
        "'serve-all.cmd' run by Understudy's reader of batch files",
    ]


def test_a_translation_is_announced_once(module):
    for _ in range(3):
        output(module, ["serve-all.cmd"], cwd="www\\scripts")

    assert len(module.said) == 2


def test_lines_arrive_while_the_batch_file_still_runs(module, project):
    (project / "ask.cmd").write_text("@echo ready\n@set /p answer=\n@echo got %answer%\n")
    process = module.Popen(
        "ask.cmd", stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, shell=True
    )

    first = process.stdout.readline()
    rest, _ = process.communicate("yes\n", timeout=20)

    assert (first, rest, process.returncode) == ("ready\n", "got yes\n", 0)


@pytest.mark.parametrize(
    ("args", "shell"),
    [
        (["serve-all.cmd", "it"], False),
        (("serve-all.cmd", "it"), True),
        ("serve-all.cmd it", False),
        ("serve-all.cmd it", True),
        (["SERVE-ALL.CMD", "it"], False),
        (["cmd", "/c", "serve-all.cmd", "it"], False),
        ("cmd.exe /d /C serve-all.cmd it", False),
        ('cmd /s /c ""serve-all.cmd" it"', True),
        (["start", "/wait", "/B", "serve-all.cmd", "it"], True),
    ],
)
def test_every_way_to_name_a_batch_file(module, args, shell):
    text, code = output(module, args, shell=shell, cwd="www/Scripts")

    assert (text, code) == ("serving it\nto stderr \n", 3)


@pytest.mark.parametrize(
    "args",
    [
        ["python", "job.py", "a b"],
        ["python.exe", "job.py", "a b"],
        'python job.py "a b"',
        ["py", "-3", ".\\job.py", "a b"],
    ],
)
def test_python_is_this_python_where_there_is_no_other(module, args, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")

    text, code = output(module, args, cwd="www\\Scripts")

    assert (text, code) == ("job ['a b']\n", 0)


def test_paths_among_the_arguments_get_slashes_only_where_they_exist(module):
    show = "import sys; print(sys.argv[1:])"
    args = [sys.executable, "-c", show, "www\\scripts\\JOB.py", "no\\such", "\\d+"]

    text, _ = output(module, args)

    assert text == "['www/Scripts/job.py', 'no\\\\such', '\\\\d+']\n"


def test_a_list_for_the_shell_is_one_command_line_as_on_windows(module):
    text, _ = output(module, ["echo", "one", "two"], shell=True)

    assert text == "one two\n"


@pytest.mark.parametrize(
    ("args", "shell", "text"),
    [
        ("echo $((1 + 2)) | cat", True, "3\n"),
        (["echo", "a\\nb"], False, "a\\nb\n"),
        (["echo $0 $1", "x", "y"], True, "x y\n"),
        (b"echo bytes", True, "bytes\n"),
        (Path("/bin/pwd"), False, None),
    ],
)
def test_what_is_written_for_this_system_stays_as_it_is(module, args, shell, text):
    got, code = output(module, args, shell=shell)

    assert code == 0
    assert text is None or got == text
    assert module.said == []


def test_windows_flags_are_taken_and_told_once(module):
    info = module.STARTUPINFO(dwFlags=module.STARTF_USESHOWWINDOW)
    info.wShowWindow = module.SW_HIDE

    for _ in range(2):
        process = module.Popen(["true"], startupinfo=info, creationflags=module.CREATE_NO_WINDOW)
        assert process.wait() == 0

    assert len(module.said) == 2
    assert all("no effect off Windows" in text for text in module.said)


@pytest.mark.parametrize(
    ("args", "more", "words"),
    [
        (
            ["serve-all.cmd"],
            {"cwd": "www\\missing"},
            ["'www\\missing'", "/www/missing", "not there"],
        ),
        (["serve-all.cmd"], {"cwd": "C:\\www"}, ["'C:\\www'", "drive"]),
        (["ls"], {"cwd": "\\\\server\\share"}, ["share"]),
        (["absent.cmd"], {}, ["'absent.cmd' was looked for in '", "PATH"]),
        (["tools\\absent"], {}, ["'tools\\absent' was looked for"]),
        (["encoder.exe", "-i"], {}, ["install 'encoder' for this system"]),
        (["cmd"], {}, ["after /c"]),
    ],
)
def test_what_cannot_be_run_says_what_was_looked_for_and_where(module, args, more, words):
    with pytest.raises(FileNotFoundError) as caught:
        module.Popen(args, **more)

    for word in words:
        assert word in str(caught.value)


def test_an_exe_of_the_project_is_told_to_be_a_windows_program(module, project):
    (project / "tool.exe").write_bytes(b"MZ")

    with pytest.raises(FileNotFoundError, match="is a Windows program"):
        module.Popen(["tool.exe"])


def test_a_program_known_here_without_its_ending_is_run(module):
    text, _ = output(module, ["echo.exe", "hello"])

    assert text == "hello\n"


def test_the_class_and_its_signature_stay(module):
    plain = inspect.signature(subprocess.Popen.__init__)

    assert isinstance(module.Popen(["true"]), module.Popen)
    assert inspect.signature(module.Popen.__init__) == plain
    with pytest.raises(TypeError, match="args"):
        module.Popen()


def test_args_are_what_the_caller_gave(module):
    process = module.Popen(["serve-all.cmd"], cwd="www\\scripts", stdout=-3, stderr=-3)
    process.wait()

    assert process.args == ["serve-all.cmd"]
    with pytest.raises(module.CalledProcessError, match=r"serve-all\.cmd"):
        module.run(["serve-all.cmd"], cwd="www\\scripts", stdout=-3, stderr=-3, check=True)


def test_installing_again_changes_the_folder_and_wraps_once(module, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    (other / "second.bat").write_text("@echo second\n")
    said = []

    understudy_windows.install(module, str(other), said.append)
    text, _ = output(module, ["second.bat"])

    assert text == "second\n"
    assert len(said) == 1
    assert module.said == []


@pytest.mark.parametrize(
    ("how", "number"), [("terminate", signal.SIGTERM), ("kill", signal.SIGKILL)]
)
def test_ending_the_popen_ends_what_the_batch_file_started(module, project, how, number):
    wait = "import time; print('up', flush=True); time.sleep(15); print('late')"
    (project / "long.cmd").write_text(f'@"{sys.executable}" -c "{wait}"\n')
    process = module.Popen(["long.cmd"], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "up\n"

    getattr(process, how)()

    assert process.stdout.read() == ""
    process.stdout.close()
    assert process.wait(timeout=10) == -number


def test_a_timeout_of_run_kills_the_batch_file(module, project):
    (project / "long.cmd").write_text("@echo up\n@timeout /t 60\n")

    with pytest.raises(module.TimeoutExpired):
        module.run(["long.cmd"], timeout=0.2, capture_output=True)


def test_all_batch_files_can_be_ended_at_the_end_of_the_program(module, project):
    (project / "long.cmd").write_text("@echo up\n@timeout /t 60\n")
    process = module.Popen(["long.cmd"], stdout=subprocess.PIPE)
    assert process.stdout.readline() == b"up\n"

    understudy_windows.end_batches()

    assert process.wait(timeout=10) == -signal.SIGTERM
    process.stdout.close()


def test_asyncio_starts_batch_files_too(module, monkeypatch):
    monkeypatch.setattr(asyncio.unix_events.subprocess, "Popen", module.Popen)

    async def main():
        process = await asyncio.create_subprocess_exec(
            "serve-all.cmd", "x", cwd="www\\scripts", stdout=subprocess.PIPE, stderr=-3
        )
        out, _ = await process.communicate()
        return out, process.returncode

    assert asyncio.run(main()) == (b"serving x\n", 3)
