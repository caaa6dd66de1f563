"""The commands of the simulated shell. Each takes its words and streams and gives its exit code."""

import sys

import _braid

PYTHON_VERSION = "Python " + sys.version.split()[0].rstrip("+")


def _echo(words, streams):
    words, end, is_escaped = words[1:], "\n", False
    while words and words[0] in ("-n", "-e", "-E"):
        if words[0] == "-n":
            end = ""
        is_escaped |= words[0] == "-e"
        words = words[1:]
    text = " ".join(words)
    if is_escaped:
        text = text.encode().decode("unicode_escape")
    streams.write((text + end).encode())
    return 0


def _printf(words, streams):
    text = words[1].encode().decode("unicode_escape") if len(words) > 1 else ""
    for word in words[2:]:
        text = text.replace("%s", word, 1).replace("%d", word, 1)
    streams.write(text.encode())
    return 0


def _cat(words, streams):
    names = [word for word in words[1:] if word != "-"]
    for name in names:
        streams.complain(f"cat: {name}: No such file or directory")
    if not names or len(names) < len(words) - 1:
        while data := streams.read():
            streams.write(data)
    return 1 if names else 0


def _sleep(words, streams):
    if len(words) < 2:
        streams.complain("sleep: missing operand\nTry 'sleep --help' for more information.")
        return 1
    seconds = 0.0
    for word in words[1:]:
        unit = {"s": 1, "m": 60, "h": 3600, "d": 86400}.get(word[-1:], 0)
        try:
            seconds += float(word[:-1] if unit else word) * (unit or 1)
        except ValueError:
            streams.complain(f"sleep: invalid time interval '{word}'\n"
                             "Try 'sleep --help' for more information.")
            return 1
    _braid.sleep(int(seconds * 1e9))
    return 0


def _all(streams):
    parts = []
    while data := streams.read():
        parts.append(data)
    return b"".join(parts)


def _lines(streams):
    return _all(streams).decode("utf-8", "replace").splitlines()


def _put(streams, lines):
    streams.write("".join(f"{line}\n" for line in lines).encode())
    return 0


def _count(words, default):
    for place, word in enumerate(words):
        if word == "-n" and place + 1 < len(words):
            return int(words[place + 1])
        if word[:1] == "-" and word[1:].isdigit():
            return int(word[1:])
    return default


def _head(words, streams):
    return _put(streams, _lines(streams)[:_count(words, 10)])


def _tail(words, streams):
    return _put(streams, _lines(streams)[-_count(words, 10):])


def _sort(words, streams):
    key = (lambda line: float(line or 0)) if "-n" in words else None
    return _put(streams, sorted(_lines(streams), key=key, reverse="-r" in words))


def _uniq(words, streams):
    lines = _lines(streams)
    return _put(streams, [line for place, line in enumerate(lines)
                          if place == 0 or lines[place - 1] != line])


def _wc(words, streams):
    data = _all(streams)
    counts = {"-l": data.count(b"\n"), "-w": len(data.split()), "-c": len(data)}
    chosen = [counts[word] for word in words[1:] if word in counts]
    text = str(chosen[0]) if len(chosen) == 1 else \
        "".join(f"{each:8}" for each in chosen or counts.values())
    return _put(streams, [text])


def _grep(words, streams):
    wanted = [word for word in words[1:] if not word.startswith("-")]
    if not wanted:
        streams.complain("usage: grep PATTERN")
        return 2
    import re
    pattern = re.compile(wanted[0], re.IGNORECASE if "-i" in words else 0)
    found = [line for line in _lines(streams)
             if (pattern.search(line) is None) == ("-v" in words)]
    _put(streams, [len(found)] if "-c" in words else found)
    return 0 if found else 1


def _seq(words, streams):
    numbers = [int(word) for word in words[1:]]
    first, step, last = {1: lambda n: (1, 1, n[0]), 2: lambda n: (n[0], 1, n[1]),
                         3: lambda n: tuple(n)}[len(numbers)](numbers)
    return _put(streams, range(first, last + (1 if step > 0 else -1), step))


def _date(_words, streams):
    import time
    return _put(streams, [time.strftime("%a %b %e %H:%M:%S UTC %Y")])


def _env(_words, streams):
    import os
    return _put(streams, [f"{name}={value}" for name, value in os.environ.items()])


def _says(text):
    return lambda words, streams: _put(streams, [text] if text else [])


def _ls(words, streams):
    names = [word for word in words[1:] if not word.startswith("-")]
    for name in names:
        streams.complain(f"ls: cannot access '{name}': No such file or directory")
    return 2 if names else 0


def _sh(words, streams):
    import _braid_shell
    if len(words) > 2 and words[1] == "-c":
        try:
            return _braid_shell.Script(words[2]).run(streams)
        except _braid_shell.Leave as leaving:
            return leaving.code
    streams.complain(f"{words[0]}: 0: only -c is simulated")
    return 2


def _python(words, streams):
    from _braid_interpreter import run
    return run(words, streams)


ALL = {
    "echo": _echo, "printf": _printf, "cat": _cat, "sleep": _sleep, "head": _head, "tail": _tail,
    "sort": _sort, "uniq": _uniq, "wc": _wc, "grep": _grep, "seq": _seq, "date": _date,
    "env": _env, "ls": _ls, "sh": _sh, "bash": _sh, "pwd": _says("/home/braid"),
    "hostname": _says("braid"), "whoami": _says("braid"), "uname": _says("Linux"),
    "true": lambda words, streams: 0, "false": lambda words, streams: 1,
    "python": _python, "python3": _python, "python3.12": _python,
}
