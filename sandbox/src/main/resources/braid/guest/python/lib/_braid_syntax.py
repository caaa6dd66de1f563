"""Syntax errors as CPython 3.12 reports them, where the interpreter's parser points elsewhere.

Enters: the error, and the source it is about. Leaves: the same error with CPython's words and
place. The parser is right about most; this puts right brackets that are never closed, colons that
are missed at the end of a line, and indentation.
"""

_OPENING = {")": "(", "]": "[", "}": "{"}
_CLOSING = {opening: closing for closing, opening in _OPENING.items()}
_TRIPLES = ('"""', "'''")


def correct(error, source, file):
    """Changes the error where CPython says something else."""
    lines = source.split("\n")
    if type(error) is IndentationError and error.msg == "unexpected indent":
        _indent_unexpectedly(error, source, lines)
    elif type(error) is IndentationError and error.msg.startswith("expected an indented block"):
        error.end_offset = error.offset = error.offset or None
    elif type(error) is IndentationError:
        _place(error, error.lineno, len(lines[error.lineno - 1]) + 1)
    elif type(error) is SyntaxError:
        _correct_brackets(error, source, file)
        _correct_words(error, lines)
    _quote(error, lines)


def _place(error, line, offset, end=None):
    error.lineno, error.offset = line, offset
    error.end_lineno, error.end_offset = line, offset + 1 if end is None else end


def _quote(error, lines):
    """The line is quoted from the source, and marked to its end where the place goes on below."""
    if error.lineno is None or not 1 <= error.lineno <= len(lines):
        return
    text = lines[error.lineno - 1]
    error.text = text + "\n"
    if error.end_lineno is not None and error.end_lineno > error.lineno:
        error.end_lineno, error.end_offset = error.lineno, len(text) + 1


def _indent_unexpectedly(error, source, lines):
    """CPython names the line, and has no mark: it stands before the text."""
    levels, may_begin = [0], False
    for line, text in _logical_lines(source):
        width = len(text) - len(text.lstrip())
        if width > levels[-1]:
            if not may_begin:
                _place(error, line, width, -1)
                return
            levels.append(width)
        while width < levels[-1]:
            levels.pop()
        may_begin = text.rstrip().endswith(":")


def _correct_words(error, lines):
    message = error.msg
    if message == "expected ':'" and error.offset and error.lineno > 1 \
            and not lines[error.lineno - 1][:error.offset - 1].strip():
        line = error.lineno - 1
        while line > 1 and not lines[line - 1].split("#")[0].strip():
            line -= 1
        _place(error, line, len(lines[line - 1]) + 1)
    elif message.startswith("invalid character '"):
        at = lines[error.lineno - 1].find(message[len("invalid character '")])
        _place(error, error.lineno, at + 1)
    elif message.endswith(" literal") and message.startswith("invalid ") and error.end_offset:
        _place(error, error.lineno, error.end_offset - 1)
    elif message.endswith(" outside function") and message.startswith("'async "):
        error.msg = message.replace("outside function", "outside async function")
        error.args = (error.msg, *error.args[1:])
    elif error.offset == 0:
        _place(error, error.lineno, len(lines[error.lineno - 1]) + 1)


def _correct_brackets(error, source, file):
    """A bracket that is never closed is the fault only when the parser came beyond its line
    (`_PyPegen_tokenize_full_source_to_check_for_errors` of CPython)."""
    opened = Scan(source).opened
    if not opened:
        return
    bracket, line, column = opened[-1]
    found = error
    if error.msg == f"'{bracket}' was never closed":
        closed = source + "\n" + "".join(_CLOSING[one[0]] for one in reversed(opened))
        try:
            compile(closed, file, "exec", dont_inherit=True)
            return
        except SyntaxError as other:
            found = other
    if max(found.lineno or 0, found.end_lineno or 0) > line:
        error.msg = f"'{bracket}' was never closed"
        _place(error, line, column + 1)
    elif found is not error:
        error.msg = found.msg
        _place(error, found.lineno, found.offset, found.end_offset)
    error.args = (error.msg, *error.args[1:])


def _logical_lines(source):
    """(number, text) of the lines on which a statement begins."""
    lines = source.split("\n")
    for number in Scan(source).beginnings:
        yield number, lines[number - 1]


class Scan:
    """Where brackets are open at the end, and on which lines statements begin."""

    def __init__(self, source):
        self.opened, self.beginnings = [], []
        self._source, self._at, self._line, self._start = source, 0, 1, 0
        while self._at < len(source):
            if self._at == self._start and not self.opened:
                self._begin()
            self._step()

    def _begin(self):
        text = self._source[self._start:].split("\n", 1)[0].strip()
        if text and not text.startswith("#"):
            self.beginnings.append(self._line)

    def _step(self):
        source, at = self._source, self._at
        character = source[at]
        if character == "\n":
            self._next_line(at)
        elif character == "\\" and source[at + 1:at + 2] == "\n":
            self._next_line(at + 1)
            self._start = -1
        elif character == "#":
            end = source.find("\n", at)
            self._at = len(source) if end < 0 else end
        elif character in "'\"":
            self._skip_text(at)
        else:
            if character in _CLOSING:
                self.opened.append((character, self._line, at - self._line_start()))
            elif character in _OPENING and self.opened and self.opened[-1][0] == _OPENING[character]:
                self.opened.pop()
            self._at = at + 1

    def _line_start(self):
        return self._source.rfind("\n", 0, self._at) + 1

    def _next_line(self, at):
        self._line += 1
        self._at = self._start = at + 1

    def _skip_text(self, at):
        source = self._source
        quote = source[at:at + 3] if source[at:at + 3] in _TRIPLES else source[at]
        at += len(quote)
        while at < len(source) and not source.startswith(quote, at):
            if source[at] == "\n" and len(quote) == 1:
                break
            at += 2 if source[at] == "\\" else 1
        self._line += source.count("\n", self._at, at)
        self._at = min(len(source), at + (len(quote) if source.startswith(quote, at) else 0))
