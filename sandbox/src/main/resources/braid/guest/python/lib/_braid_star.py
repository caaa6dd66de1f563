"""`except*`, which the interpreter does not know: rewritten with what it knows, on the same lines.

    try:                       with __braid_star__() as __star1:
        body                       body
    except* ValueError as e:   for e in __star1(ValueError, 1):
        handler                    handler

Enters: the source and its syntax tree. Leaves: the source with other headers. Each loop runs once
or not at all; the last one raises, once its handler is done, what no handler has taken.
"""

import _ast as ast
import builtins
import re

from _braid_source import nodes, parsed

NAME = "__braid_star__"


def is_needed(source):
    """Whether a source can have such a statement; cheap, and true too often."""
    return "except" in source and re.search(r"\bexcept\s*\*", source) is not None


def rewrite(source, file):
    """The source without `except*`. Raises SyntaxError as compiling it would."""
    stars = [node for node in nodes(parsed(source, file)) if type(node) is ast.TryStar]
    setattr(builtins, NAME, Star)
    lines = source.split("\n")
    changes = []
    for number, node in enumerate(stars, 1):
        changes += _Headers(node, f"__star{number}", lines).changes
    for line, start, end, text in sorted(changes, reverse=True):
        old = lines[line - 1]
        lines[line - 1] = old[:start] + text + old[end:]
    return "\n".join(lines)


class _Headers:
    """The new headers of one statement, as (line, start, end, text)."""

    def __init__(self, node, name, lines):
        self.lines = lines
        self.changes = []
        self._replace(node.lineno, node.col_offset, r"try\s*:", f"with {NAME}() as {name}:")
        after = node.body[-1]
        for place, handler in enumerate(node.handlers):
            is_last = place == len(node.handlers) - 1 and not node.finalbody
            target = handler.name or "_"
            self._header(handler, f"for {target} in {name}(", f", {int(is_last)}):")
            after = handler.body[-1]
        if node.orelse:
            self._between(after, node, "else", f"if {name}.is_clean:")
            after = node.orelse[-1]
        if node.finalbody:
            self._between(after, node, "finally", f"for _ in {name}.finish():")

    def _replace(self, line, column, pattern, text):
        found = re.compile(pattern).match(self.lines[line - 1], column)
        if found:
            self.changes.append((line, column, found.end(), text))

    def _header(self, handler, before, after):
        kind = handler.type
        self._replace(handler.lineno, handler.col_offset, r"except\s*\*\s*", before)
        line = self.lines[kind.end_lineno - 1]
        end = line.index(":", kind.end_col_offset) + 1
        self.changes.append((kind.end_lineno, kind.end_col_offset, end, after))

    def _between(self, after, node, word, text):
        """Replaces the header of a block that the tree does not place."""
        for number in range(after.end_lineno + 1, node.end_lineno + 1):
            line = self.lines[number - 1]
            if line[:node.col_offset].strip() == "" and line[node.col_offset:].startswith(word):
                self._replace(number, node.col_offset, word + r"\s*:", text)
                return


def _like(part, whole):
    """The part of a group as CPython makes it: of a list, with what the whole carries."""
    if part is None:
        return None
    plain = type(whole) in (ExceptionGroup, BaseExceptionGroup)
    inside = list(part.exceptions)
    made = type(whole)(whole.message, inside) if plain else whole.derive(inside)
    made.__cause__, made.__context__ = whole.__cause__, whole.__context__
    made.__suppress_context__ = whole.__suppress_context__
    for note in getattr(whole, "__notes__", ()):
        made.add_note(note)
    return made.with_traceback(whole.__traceback__)


class Star:
    """What is left of the exceptions of one run of such a statement."""

    def __init__(self):
        self.is_clean = True
        self._error = self._rest = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if error is None:
            return False
        self.is_clean = False
        self._error = self._rest = error
        return True

    def __call__(self, kinds, is_last):
        for kind in kinds if isinstance(kinds, tuple) else (kinds,):
            if not (isinstance(kind, type) and issubclass(kind, BaseException)):
                raise TypeError("catching classes that do not inherit from BaseException is not"
                                " allowed")
            if issubclass(kind, BaseExceptionGroup):
                raise TypeError("catching ExceptionGroup with except* is not allowed."
                                " Use except instead.")
        return self._taken(kinds, is_last)

    def _taken(self, kinds, is_last):
        matched = self._match(kinds)
        if matched is not None:
            yield matched
        if is_last:
            self._raise()

    def _match(self, kinds):
        rest = self._rest
        if rest is None:
            return None
        if isinstance(rest, BaseExceptionGroup):
            matched, self._rest = rest.split(kinds)
            return rest if self._rest is None else _like(matched, rest)
        if isinstance(rest, kinds):
            self._rest = None
            return (ExceptionGroup if isinstance(rest, Exception) else BaseExceptionGroup)(
                "", (rest,))
        return None

    def finish(self):
        """Once for the block that is always run; then what nobody has taken."""
        yield
        self._raise()

    def _raise(self):
        rest, self._rest, self._error = self._rest, None, None
        if rest is not None:
            raise rest
