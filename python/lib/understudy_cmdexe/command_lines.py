"""Command lines taken apart: by the rules of programs and by the rules of batch files."""

from __future__ import annotations

BLANKS = " \t"
BATCH_SEPARATORS = " \t,;="


def program_arguments(text: str) -> list[str]:
    """Splits a command line as Windows programs do.

    Quotes group, a backslash counts only before a quote, `""` inside quotes is one quote.
    - Source: <https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments>
    """
    words: list[str] = []
    word: list[str] = []
    begun = quoted = False
    at = 0
    while at < len(text):
        char = text[at]
        if char == "\\":
            run = len(text) - at - len(text[at:].lstrip("\\"))
            at += run
            if at < len(text) and text[at] == '"':
                word.append("\\" * (run // 2))
                if run % 2:
                    word.append('"')
                    at += 1
            else:
                word.append("\\" * run)
            begun = True
            continue
        if char == '"':
            if quoted and text[at + 1 : at + 2] == '"':
                word.append('"')
                at += 1
            else:
                quoted = not quoted
            begun = True
        elif char in BLANKS and not quoted:
            if begun:
                words.append("".join(word))
            word, begun = [], False
        else:
            word.append(char)
            begun = True
        at += 1
    if begun:
        words.append("".join(word))
    return words


def batch_arguments(text: str, separators: str = BATCH_SEPARATORS) -> list[str]:
    """Splits a command line as a batch file does for `%1` to `%9`: quotes group and stay."""
    words: list[str] = []
    word = ""
    quoted = False
    for char in text:
        if char == '"':
            quoted = not quoted
        if char in separators and not quoted:
            if word:
                words.append(word)
            word = ""
        else:
            word += char
    if word:
        words.append(word)
    return words


def first_word(text: str) -> tuple[str, str]:
    """The command of a command line without its quotes, and the rest as it stands."""
    text = text.lstrip(BATCH_SEPARATORS)
    if text.startswith('"'):
        end = text.find('"', 1)
        if end > 0:
            return text[1:end], text[end + 1 :]
    at = 0
    while at < len(text) and text[at] not in BATCH_SEPARATORS:
        at += 1
    return text[:at], text[at:]


def unquoted(text: str) -> str:
    """A word without the quotes around it."""
    text = text.strip()
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text.strip('"')
