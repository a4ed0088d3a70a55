"""Batch files run: streams, files, programs, mistakes, and the end by a signal."""

import signal
import subprocess
import sys

import pytest


def test_redirections(shell):
    python = f'"{sys.executable}" -c'
    text = (
        "echo one> out\\log.txt\necho two>>OUT\\log.txt\ntype out\\LOG.TXT\n"
        f'{python} "import sys; print(5, file=sys.stderr)" > all.txt 2>&1\ntype all.txt\n'
        "echo lost >nul\n(echo a\necho b) > block.txt\n"
        f'{python} "print(len(input()))" < block.txt\n'
    )
    (shell.folder / "out").mkdir()

    assert shell.lines(text) == ["one", "two", "5", "1"]
    assert (shell.folder / "block.txt").read_text() == "a\nb\n"


def test_a_redirection_into_nowhere_is_told(shell):
    result = shell("@echo off\necho x > no\\such\\place.txt\necho %errorlevel%\n")

    assert "The system cannot open" in result.stderr
    assert result.stdout == "1\n"


def test_files_are_made_copied_moved_shown_and_deleted(shell):
    text = (
        "mkdir a\\b\necho hi> a\\b\\one.txt\ncopy a\\b\\one.txt a\\two.txt >nul\n"
        "ren a\\two.txt three.txt\nmove a\\b\\one.txt . >nul\ndir /b a\ntype one.txt\n"
        "del /q one.txt a\\*.txt\nrd /s /q a\ndir /b *.txt 2>nul || echo empty\n"
    )

    assert shell.lines(text) == ["b", "three.txt", "hi", "empty"]


def test_programs_get_their_arguments_and_paths_with_slashes(shell):
    shell.write("tools/show.py", "import sys\nprint(sys.argv[1:])\n")
    text = (
        f'"{sys.executable}" tools\\show.py "a b" "c\\"d" x\\y \\d+ tools\\new.txt\n'
        'python "%~dp0tools\\show.py" end\n'
        "tools\\show.py last\n"
    )

    assert shell.lines(text) == [
        "['a b', 'c\"d', 'x\\\\y', '\\\\d+', 'tools/new.txt']",
        "['end']",
        "['last']",
    ]


def test_the_exit_code_is_the_last_error_level(shell):
    assert shell("@exit /b 7\n").returncode == 7
    assert shell("@cmd_not_there\n").returncode == 1
    assert shell("@exit 300\n").returncode == 1
    assert shell("@exit /b -1\n").returncode == 1
    assert shell("@echo fine\n").returncode == 0


def test_an_unknown_command_is_told_in_the_words_of_cmd_and_the_file_goes_on(shell):
    result = shell("@echo off\nnosuch thing\necho %errorlevel%\n")

    assert result.stderr == (
        "'nosuch' is not recognized as an internal or external command,\n"
        "operable program or batch file.\n"
    )
    assert result.stdout == "9009\n"


@pytest.mark.parametrize("thing", ["reg query HKLM", "taskkill /f /im x", "tool.exe", "find /i x"])
def test_what_only_windows_can_do_ends_the_file_with_its_line(shell, thing):
    result = shell(f"@echo off\necho before\n{thing}\necho after\n")

    name = thing.split()[0]
    assert result.stdout == "before\n"
    assert result.stderr.startswith(
        f"try.cmd:3: '{name}' is not something Understudy can run off Windows; "
    )
    assert result.returncode == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("if 1==1 (\necho a\n", "try.cmd:1: this '(' is never closed by a ')'."),
        ("goto nowhere\n", "try.cmd:1: goto finds no label ':nowhere'"),
        ("call :nowhere\n", "try.cmd:1: call finds no label ':nowhere'"),
        ("echo a &&\n", "try.cmd:1: a command is missing at the line's end."),
        ("echo a >\n", "try.cmd:1: a redirection names no file."),
        ("for %%i in a do b\n", "try.cmd:1: 'for' needs brackets after 'in'."),
        ("for /l %%i in (1,x) do b\n", "try.cmd:1: for /l needs three whole numbers"),
        ("& echo a\n", "try.cmd:1: & echo a was unexpected at this place."),
        ("call try.cmd\n", "try.cmd:1: batch files call each other more than"),
        ("D:\n", "try.cmd:1: 'D:' is not something Understudy can run off Windows"),
    ],
)
def test_a_mistake_is_told_with_its_line(shell, text, message):
    result = shell("@echo off & " + text if text[0] != "&" else text)

    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert result.returncode == 1


@pytest.mark.parametrize(
    "text",
    ["(" * 500, "if a==a " * 500 + "echo x", "set /a " + "(" * 2000, "set /a " + "a=" * 9999],
)
def test_deep_nesting_is_refused_and_never_crashes(shell, text):
    result = shell("@" + text + "\n")

    assert "Traceback" not in result.stderr
    assert result.returncode in (0, 1)


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe\x00", b"\xef\xbb\xbf@echo bom\r\n", b"@echo \xe4\n"]
)
def test_any_bytes_are_read(shell, data):
    (shell.folder / "raw.cmd").write_bytes(data)

    result = subprocess.run(
        [sys.executable, shell.program, shell.folder / "raw.cmd"], capture_output=True, timeout=30
    )

    assert b"Traceback" not in result.stderr
    if b"bom" in data:
        assert result.stdout == b"bom\n"
    if b"\xe4" in data:
        assert result.stdout == b"\xe4\n"


def test_waiting_idioms_with_nothing_to_wait_for_return_at_once(shell):
    pings = "ping -n 1 127.0.0.1 >nul\nping 127.0.0.1 -n 1\n"
    text = pings + "timeout /t 0 /nobreak >nul\npause\necho done\n"

    assert shell.lines(text) == ["done"]


def test_pushd_popd_and_a_folder_that_is_not_there(shell):
    (shell.folder / "Sub").mkdir()

    result = shell("@echo off\npushd sub\ncd\npopd\ncd\ncd nowhere || echo no\n")

    assert result.stdout == f"{shell.folder}/Sub\n{shell.folder}\nno\n"
    assert result.stderr == "The system cannot find the path specified. (nowhere)\n"


def test_set_p_reads_a_line(shell):
    assert shell.lines("set /p name=Who? \necho [%name%]\n", stdin="me\n") == ["Who? [me]"]


def test_start_runs_beside_and_wait_waits(shell):
    shell.write("beside.cmd", "@echo beside %1\n")
    text = 'start "a title" /wait beside.cmd x\nstart /b /wait echo built in\necho end\n'

    assert shell.lines(text) == ["beside x", "built in", "end"]


def test_a_command_line_runs_without_a_file(shell):
    shell.write("one.cmd", "@echo one %1\n")

    result = shell.command("-c", "one.cmd a & echo 100% two %nothing%")

    assert result.stdout == "one a\n100% two %nothing%\n"


def test_usage_and_a_missing_file(shell):
    assert shell.command().returncode == 2
    missing = shell.command("not-there.cmd")
    assert missing.stderr == (
        "The batch file 'not-there.cmd' cannot be read: No such file or directory.\n"
    )
    assert missing.returncode == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGUSR1])
def test_a_signal_ends_the_child_too(shell, number):
    wait = "import time; print('here', flush=True); time.sleep(15); print('late')"
    shell.write("long.cmd", f'@"{sys.executable}" -c "{wait}"\n@echo never\n')
    process = subprocess.Popen(
        [sys.executable, "-u", shell.program, "long.cmd"],
        cwd=shell.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "here\n"

    process.send_signal(number)

    # Its end of the pipe is closed only when the child is gone as well.
    assert process.stdout.read() == ""
    process.stdout.close()
    expected = signal.SIGKILL if number == signal.SIGUSR1 else number
    assert process.wait(timeout=10) == -expected
