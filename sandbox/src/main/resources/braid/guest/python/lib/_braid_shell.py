"""The simulated shell: a few commands, pipes between them, and Python itself.

Enters: the words of a command, or a line for `sh -c`. Leaves: what it writes, and its exit code.
Commands run one after another, also in a pipe; only `python` can be busy. See `_braid_commands`.
"""

import _braid_commands as commands
import _braid_flushing
from _braid_seconds import FOREVER

INHERITED_OUT, INHERITED_ERR, NOWHERE = "stdout", "stderr", "nowhere"
NOT_FOUND = 127


class Streams:
    """Where a command reads from and writes to: stores, or the names above."""

    def __init__(self, environment=None):
        self.stdin = None
        self.stdout, self.stderr = INHERITED_OUT, INHERITED_ERR
        self.environment = environment
        self._rest, self._is_over = b"", False

    def read(self):
        """The next bytes of the input; b"" at its end."""
        if self.stdin is None or self._is_over:
            return b""
        if isinstance(self.stdin, bytes):
            data, self.stdin = self.stdin, None
            return data
        data = self.stdin.get(FOREVER)
        self._is_over = data == b""
        return data

    def write(self, data, stream="stdout"):
        """Writes bytes to the output or the error output."""
        sink = getattr(self, stream)
        if sink is NOWHERE or not data:
            return
        if isinstance(sink, bytearray):
            sink.extend(data)
        elif isinstance(sink, str):
            getattr(sys, sink).write(bytes(data).decode("utf-8", "replace"))
        else:
            sink.put(bytes(data), _shown(data), FOREVER)

    def complain(self, text):
        self.write(f"{text}\n".encode(), "stderr")

    def close(self):
        """Nobody writes any more."""
        for sink in dict.fromkeys((self.stdout, self.stderr)):
            if not isinstance(sink, (str, bytearray)):
                sink.put(b"", "end", FOREVER)


def _shown(data):
    from _braid_labels import label
    return label(bytes(data[:60]))


class Words:
    """A command given as a list of words."""

    def __init__(self, words):
        self.words = words
        self.name = _basename(words[0]) if len(words) == 1 \
            else f"{_basename(words[0])} {words[1]}"[:24]

    def run(self, streams):
        return run_words(self.words, streams)


class Script:
    """A line for the shell."""

    def __init__(self, line):
        self.line = line
        self.name = f"sh: {line}"[:24].split("\n")[0]

    def run(self, streams):
        return _Line(self.line, streams).run()


def _basename(path):
    return path.rpartition("/")[2]


def exists(name):
    """Whether there is a command of that name."""
    return _basename(name) in commands.ALL and name.rpartition("/")[0] in ("", "/bin", "/usr/bin")


def execute(command, streams):
    """The main function of a command's process; gives its exit code."""
    if streams.environment is not None:
        import os
        os.environ._data = {os.environ.encodekey(key): os.environ.encodevalue(value)
                            for key, value in streams.environment.items()}
    try:
        return command.run(streams)
    except Leave as leaving:
        return leaving.code
    except (StopIteration, ValueError, KeyError, IndexError):
        streams.complain(f"{command.name}: not understood by the simulated shell")
        return 2
    finally:
        _braid_flushing.flush()


class Leave(Exception):
    """The shell is told to exit."""

    def __init__(self, code):
        self.code = code


def run_words(words, streams):
    """One simple command; gives its exit code."""
    name = _basename(words[0])
    if not exists(words[0]):
        streams.complain(f"/bin/sh: 1: {words[0]}: not found")
        return NOT_FOUND
    return commands.ALL[name](words, streams)


class _Line:
    """A line of the shell, cut into words and operators."""

    def __init__(self, line, streams):
        self._streams = streams
        self._status = 0
        self._tokens = list(_tokens(line))

    def run(self):
        statement, operator = [], ";"
        for token in self._tokens + [";"]:
            if isinstance(token, str) and token in (";", "&&", "||", "\n", "&"):
                if statement and self._is_due(operator):
                    self._status = self._pipeline(statement)
                statement, operator = [], token
            else:
                statement.append(token)
        return self._status

    def _is_due(self, operator):
        if operator == "&&":
            return self._status == 0
        return self._status != 0 if operator == "||" else True

    def _pipeline(self, tokens):
        stages, stage = [], []
        for token in tokens:
            if isinstance(token, str) and token == "|":
                stages.append(stage)
                stage = []
            else:
                stage.append(token)
        stages.append(stage)
        status, data = 0, None
        for place, stage in enumerate(stages):
            streams = Streams()
            streams.stdin = self._streams.stdin if place == 0 else data
            streams.stdout = bytearray() if place < len(stages) - 1 else self._streams.stdout
            streams.stderr = self._streams.stderr
            status = self._command(stage, streams)
            data = bytes(streams.stdout) if isinstance(streams.stdout, bytearray) else None
        return status

    def _command(self, tokens, streams):
        words = []
        tokens = iter(tokens)
        for token in tokens:
            if isinstance(token, _Word):
                words.append(token.text(self._status))
            elif token in (">&2", "1>&2"):
                streams.stdout = streams.stderr
            elif token == "2>&1":
                streams.stderr = streams.stdout
            elif token in (">", ">>", "2>", "<"):
                self._redirect(token, next(tokens).text(0), streams)
        if not words:
            return 0
        if words[0] == "exit":
            raise Leave(int(words[1]) & 255 if len(words) > 1 else self._status)
        while words and "=" in words[0] and words[0].partition("=")[0].isidentifier():
            import os
            name, _, value = words.pop(0).partition("=")
            os.environ[name] = value
        return run_words(words, streams) if words else 0

    def _redirect(self, operator, target, streams):
        if target != "/dev/null":
            streams.complain(f"/bin/sh: 1: cannot create {target}: Permission denied")
            raise Leave(2)
        if operator == "<":
            streams.stdin = None
        elif operator == "2>":
            streams.stderr = NOWHERE
        else:
            streams.stdout = NOWHERE


class _Word:
    """A word with the variables still in it."""

    def __init__(self):
        self.parts = []

    def text(self, status):
        import os
        return "".join(part if isinstance(part, str) else
                       str(status) if part[0] == "?" else os.environ.get(part[0], "")
                       for part in self.parts)


_OPERATORS = ("2>&1", "1>&2", ">&2", "&&", "||", ">>", "2>", "|", ";", "\n", ">", "<", "&")


def _tokens(line):
    place, word = 0, None
    while place < len(line):
        character = line[place]
        operator = next((each for each in _OPERATORS if line.startswith(each, place)), None)
        if operator and (word is None or operator[0] not in "12"):
            if word is not None:
                yield word
            word = None
            yield operator
            place += len(operator)
        elif character in " \t":
            if word is not None:
                yield word
            word = None
            place += 1
        else:
            word = word or _Word()
            place = _part(line, place, word)
    if word is not None:
        yield word


def _part(line, place, word):
    character = line[place]
    if character == "'":
        end = line.find("'", place + 1)
        end = len(line) if end < 0 else end
        word.parts.append(line[place + 1:end])
        return end + 1
    if character == '"':
        place += 1
        while place < len(line) and line[place] != '"':
            place = _plain(line, place, word, '"\\$`')
        word.parts.append("")
        return place + 1
    return _plain(line, place, word, None)


def _plain(line, place, word, escaped):
    character = line[place]
    if character == "\\" and place + 1 < len(line) \
            and (escaped is None or line[place + 1] in escaped):
        word.parts.append(line[place + 1])
        return place + 2
    if character == "$":
        end = place + 1
        while end < len(line) and (line[end].isalnum() or line[end] == "_"):
            end += 1
        if line[place + 1:place + 2] == "?":
            end = place + 2
        if end > place + 1:
            word.parts.append((line[place + 1:end],))
            return end
    word.parts.append(character)
    return place + 1
