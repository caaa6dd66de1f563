"""`except*`, which the interpreter does not know: said with what it knows, at the same places.

    try:                       try:
        body                       __star1 = None
    except* ValueError as e:       try:
        handler                        body
                                   except BaseException as __star1_error:
                                       __star1 = __braid_star__(__star1_error)
                                       if __star1.takes(ValueError):
                                           try:
                                               try:
                                                   raise __star1.matched
                                               except BaseException as e:
                                                   __star1.begin()
                                                   handler
                                           except BaseException as __star1_raised:
                                               __star1.add(__star1_raised)
                                   if __star1 is not None:
                                       __star1.finish()
                               finally:
                                   del __star1

Enters: a syntax tree. Leaves: the same tree without such statements. Source: PEP 654.
"""

import _ast as ast
import builtins
import re

from _braid_source import nodes, parsed

NAME = "__braid_star__"
_LEAVING = ast.Break, ast.Continue, ast.Return
_LOOPS = ast.For, ast.AsyncFor, ast.While
_OWN_BODY = ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef
_CAUGHT = """
try:
    {star} = None
    try:
        pass
    except BaseException as {star}_error:
        {star} = {NAME}({star}_error)
    if {star} is not None:
        {star}.finish()
finally:
    del {star}
"""
_HANDLED = """
if {star}.takes(0):
    try:
        try:
            raise {star}.matched
        except BaseException as {name}:
            {star}.begin()
    except BaseException as {star}_raised:
        {star}.add({star}_raised)
"""


def is_needed(source):
    """Whether a source can have such a statement; cheap, and true too often."""
    return "except" in source and re.search(r"\bexcept\s*\*", source) is not None


def lower(tree, file):
    """Changes the tree in place, what is inside first. Raises SyntaxError for a handler that leaves
    the statement."""
    setattr(builtins, NAME, Star)
    number = 0
    for node in reversed(list(nodes(tree))):
        for field in ("body", "orelse", "finalbody"):
            part = getattr(node, field, None)
            if isinstance(part, list):
                for at, statement in enumerate(part):
                    if type(statement) is ast.TryStar:
                        number += 1
                        for handler in statement.handlers:
                            _check(handler.body, file, _LEAVING)
                        part[at] = _lowered(statement, f"__star{number}")


def _check(body, file, leaving):
    for statement in body:
        if isinstance(statement, leaving):
            raise _left_at(statement, file)
        if isinstance(statement, _OWN_BODY):
            continue
        inside = (ast.Return,) if isinstance(statement, _LOOPS) else leaving
        _check(getattr(statement, "body", ()), file, inside)
        for field in ("orelse", "finalbody"):
            _check(getattr(statement, field, ()), file, leaving)
        for part in (*getattr(statement, "handlers", ()), *getattr(statement, "cases", ())):
            _check(part.body, file, leaving)


def _left_at(statement, file):
    """CPython marks a constant that is returned, else the statement."""
    place = getattr(statement, "value", None)
    if type(place) is not ast.Constant or place.lineno != statement.lineno:
        place = statement
    error = SyntaxError("'break', 'continue' and 'return' cannot appear in an except* block")
    error.filename, error.lineno, error.offset = file, place.lineno, place.col_offset + 1
    error.end_lineno, error.end_offset = place.end_lineno, place.end_col_offset + 1
    return error


def _template(text, place, **names):
    """The statement so written, all of it at one place."""
    made = parsed(text.format(NAME=NAME, **names), "<star>").body[0]
    for node in nodes(made):
        if hasattr(node, "lineno"):
            node.lineno, node.col_offset = place.lineno, place.col_offset
            node.end_lineno, node.end_col_offset = place.lineno, place.col_offset
    return made


def _lowered(statement, star):
    first = statement.handlers[0]
    made = _template(_CAUGHT, first, star=star)
    made.lineno, made.col_offset = statement.lineno, statement.col_offset
    made.end_lineno, made.end_col_offset = statement.end_lineno, statement.end_col_offset
    inner = made.body[1]
    inner.body, inner.orelse = statement.body, statement.orelse
    made.finalbody += statement.finalbody
    caught = inner.handlers[0].body
    for handler in statement.handlers:
        part = _template(_HANDLED, handler, star=star, name=handler.name or f"{star}_matched")
        part.test.args = [handler.type]
        part.body[0].body[0].handlers[0].body += handler.body
        caught.append(part)
    return made


class Star:
    """What is left of the exceptions of one run of such a statement, and what handlers raised."""

    def __init__(self, error):
        self._error = self._rest = error
        self._raised, self._again = [], []
        self.matched = None

    def takes(self, kinds):
        """Whether something is left for this handler; it is `matched` then."""
        for kind in kinds if isinstance(kinds, tuple) else (kinds,):
            if not (isinstance(kind, type) and issubclass(kind, BaseException)):
                raise TypeError("catching classes that do not inherit from BaseException is not"
                                " allowed")
            if issubclass(kind, BaseExceptionGroup):
                raise TypeError("catching ExceptionGroup with except* is not allowed."
                                " Use except instead.")
        self.matched = self._match(kinds)
        if self.matched is not None:
            self._before = self.matched.__traceback__, self.matched.__context__
        return self.matched is not None

    def _match(self, kinds):
        rest = self._rest
        if isinstance(rest, BaseExceptionGroup):
            matched, left = rest.split(kinds)
            if left is None:
                self._rest = None
                return rest
            if matched is not None:
                self._rest = _like(left, rest)
            return _like(matched, rest)
        if rest is not None and isinstance(rest, kinds):
            self._rest = None
            return (ExceptionGroup if isinstance(rest, Exception) else BaseExceptionGroup)(
                "", (rest,))
        return None

    def begin(self):
        """The handler begins: that it is given its exceptions by raising them leaves no trace."""
        self.matched.__traceback__, self.matched.__context__ = self._before

    def add(self, error):
        """The handler has raised this."""
        if error is self.matched:
            self.begin()
            self._again.append(error)
            return
        if error.__context__ is self._error:  # what the interpreter takes for being handled
            error.__context__ = self.matched
        self._raised.append(error)

    def finish(self):
        """Raises what handlers raised together with what nobody has taken."""
        result = self._result()
        if result is not None:
            raise result

    def _result(self):
        left = self._left()
        if not self._raised:
            return left
        raised = self._raised + ([] if left is None else [left])
        return raised[0] if len(raised) == 1 else BaseExceptionGroup("", raised)

    def _left(self):
        """Of the original, in its shape: what was raised again, and what nobody has taken."""
        kept = self._again + ([] if self._rest is None else [self._rest])
        if len(kept) < 2:
            return kept[0] if kept else None
        leaves = {id(leaf) for part in kept for leaf in _leaves(part)}
        return _like(self._error.split(lambda error: id(error) in leaves)[0], self._error)


def _leaves(error):
    if not isinstance(error, BaseExceptionGroup):
        yield error
        return
    for inner in error.exceptions:
        yield from _leaves(inner)


def _like(part, whole):
    """The part of a group as CPython makes it: of a list, with what the whole carries."""
    if part is None:
        return None
    plain = type(whole) in (ExceptionGroup, BaseExceptionGroup)
    inside = [_like(inner, inner) if isinstance(inner, BaseExceptionGroup) else inner
              for inner in part.exceptions]
    made = type(whole)(whole.message, inside) if plain else whole.derive(inside)
    made.__cause__, made.__context__ = whole.__cause__, whole.__context__
    made.__suppress_context__ = whole.__suppress_context__
    for note in getattr(whole, "__notes__", ()):
        made.add_note(note)
    return made.with_traceback(whole.__traceback__)
