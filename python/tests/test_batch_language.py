"""The language of batch files: what cmd.exe understands, the batch reader understands."""

import sys

import pytest


def test_echo_writes_its_text_as_it_stands(shell):
    text = 'echo  two  blanks\necho.\necho:colon\necho a^&b ^> c\necho "a & b"\necho 100%% sure\n'

    assert shell.lines(text) == [" two  blanks", "", "colon", "a&b > c", '"a & b"', "100% sure"]


def test_commands_are_shown_until_echo_is_off(shell):
    result = shell("echo one\n@echo two\n@echo off\necho three\n")

    assert result.stdout == f"\n{shell.folder}>echo one\none\ntwo\nthree\n"


def test_comments_and_labels_do_nothing(shell):
    assert shell.lines("rem a > b & echo no\n:: echo no\n:label\necho yes\n") == ["yes"]
    assert not (shell.folder / "b").exists()


def test_arguments_come_quoted_or_bare(shell):
    text = "echo %1 %~2 [%3] %*\necho %0\n"

    assert shell.lines(text, "one", "two words") == [
        'one two words [] one "two words"',
        "try.cmd",
    ]


def test_shift_moves_the_arguments(shell):
    text = ':next\nif "%~1"=="" goto end\necho %~1\nshift\ngoto next\n:end\n'

    assert shell.lines(text, "a", "b c", "d") == ["a", "b c", "d"]


def test_modifiers_name_the_file_and_its_folder(shell):
    text = "cd /\necho %~dp0\necho %~n0 %~nx0 %~x1\necho %~f0\n"

    assert shell.lines(text, "x.txt") == [
        f"{shell.folder}/",
        "try try.cmd .txt",
        f"{shell.folder}/try.cmd",
    ]


def test_variables_are_found_in_any_case_and_can_be_cut_and_replaced(shell):
    text = (
        "set Name=hello world\necho %NAME%\necho %name:~0,5% %name:~-5% %name:o=0%\n"
        'set "quoted=a & b" and more\necho "%quoted%"\nset name=\nif not defined name echo gone\n'
        "echo [%nothing%]\n"
    )

    assert shell.lines(text) == [
        "hello world",
        "hello world hell0 w0rld",
        '"a & b"',
        "gone",
        "[]",
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1+2*3", "7"),
        ("(1+2)*3", "9"),
        ("7/2", "3"),
        ("-7/2", "-3"),
        ("-7 %% 3", "-1"),
        ("1<<4|1", "17"),
        ("6^3", "5"),
        ("0x10+010", "24"),
        ("2147483647+1", "-2147483648"),
        ("!0", "1"),
        ("~0", "-1"),
        ("a=5,a*=2,a+1", None),
    ],
)
def test_set_a_reckons(shell, text, value):
    lines = shell.lines(f'set /a "r={text}"\necho %r% %a%\n')

    assert lines == ([f"{value} "] if value else ["5 10"])


def test_a_wrong_sum_says_where_it_stands(shell):
    result = shell("@echo off\nset /a x=1/0\n")

    assert result.stderr == "try.cmd:2: set /a x=1/0: Divide by zero error.\n"


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("a==a", True),
        ("a==A", False),
        ("/i a==A", True),
        ("not a==b", True),
        ("9 LSS 10", True),
        ("b GTR a", True),
        ("10 EQU 0xA", True),
        ("exist here.txt", True),
        ("exist SUB\\HERE.TXT", True),
        ("exist *.nothing", False),
        ("exist sub\\nul", True),
        ("defined PATH", True),
        ('"%~1"=="given"', True),
    ],
)
def test_if_goes_by_its_condition(shell, condition, holds):
    shell.write("here.txt", "")
    shell.write("sub/here.txt", "")

    lines = shell.lines(f"if {condition} (echo yes) else (echo no)\n", "given")

    assert lines == ["yes" if holds else "no"]


def test_else_if_chains_and_nested_blocks(shell):
    text = (
        "set x=2\nif %x%==1 (\n  echo one\n) else if %x%==2 (\n  if exist no (\n    echo no\n"
        "  ) else (\n    echo two\n    echo too\n  )\n) else echo other\n"
    )

    assert shell.lines(text) == ["two", "too"]


def test_the_rest_of_a_line_belongs_to_its_if(shell):
    assert shell.lines("if 1==2 echo a & echo b\necho c\n") == ["c"]


def test_for_walks_over_words_files_and_numbers(shell):
    for name in ("b.txt", "A.TXT", "c.log"):
        shell.write(name, "")
    text = (
        'for %%i in (one "two three",four) do echo %%~i\nfor %%f in (*.txt) do echo %%~nf%%~xf\n'
        "for /l %%n in (3,-1,1) do @echo %%n\n"
    )

    assert shell.lines(text) == ["one", "two three", "four", "A.TXT", "b.txt", "3", "2", "1"]


def test_for_f_takes_lines_apart(shell):
    shell.write("list.txt", "; note\nkey = value one\n\nother=2\n")
    text = (
        'for /f "tokens=1* delims== " %%a in (list.txt) do echo %%a:%%b\n'
        "for /f \"tokens=2,3\" %%a in ('echo a b c') do echo %%b%%a\n"
        'for /f "delims=" %%a in ("a b") do echo [%%a]\n'
    )

    assert shell.lines(text) == ["key:value one", "other:2", "cb", "[a b]"]


def test_delayed_expansion_sees_the_value_of_now(shell):
    text = (
        "setlocal enabledelayedexpansion\nset n=0\n"
        "for %%i in (a b c) do (\n  set /a n+=1\n  echo !n! %n%\n)\n"
    )

    assert shell.lines(text) == ["1 0", "2 0", "3 0"]


def test_setlocal_ends_with_variables_and_folder_restored(shell):
    (shell.folder / "sub").mkdir()
    text = "set x=1\nsetlocal\nset x=2\ncd sub\necho %x% %cd%\nendlocal\necho %x% %cd%\n"

    assert shell.lines(text) == [f"2 {shell.folder}/sub", f"1 {shell.folder}"]


def test_call_runs_a_label_and_comes_back(shell):
    text = (
        "call :greet big world\necho back %errorlevel%\ngoto :eof\n"
        ":greet\necho hello %1 %2\nexit /b 5\n"
    )

    assert shell.lines(text) == ["hello big world", "back 5"]


def test_call_runs_a_file_and_comes_back_and_a_bare_name_does_not(shell):
    shell.write("sub/other.cmd", "@echo other %1\n@exit /b 3\n")

    called = shell("@echo off\ncall sub\\other x\necho back %errorlevel%\n")
    replaced = shell("@echo off\nsub\\OTHER.cmd y\necho never\n")

    assert called.stdout == "other x\nback 3\n"
    assert (replaced.stdout, replaced.returncode) == ("other y\n", 3)


def test_goto_leaves_a_block_and_finds_labels_above(shell):
    text = (
        "set n=0\n:again\nset /a n+=1\nif %n% LSS 3 (\n  echo %n%\n  goto AGAIN\n  echo no\n)\n"
        "echo end\n"
    )

    assert shell.lines(text) == ["1", "2", "end"]


def test_and_or_and_pipes(shell):
    python = f'"{sys.executable}" -c'
    text = (
        f'{python} "raise SystemExit(4)" && echo no || echo failed %errorlevel%\n'
        f'echo one two| {python} "print(input().upper())"\n'
        "echo a & echo b\n"
    )

    assert shell.lines(text) == ["failed 0", "ONE TWO", "a ", "b"]
