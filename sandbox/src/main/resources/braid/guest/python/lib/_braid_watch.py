"""Shared variables the user sees: every assignment to a watched variable becomes a step.

Watched are module globals that some function declares `global`, and attributes of `self` assigned
outside `__init__`. Enters: the user's source; leaves: the same source with a call behind each such
assignment, on the same line, where no other task can come between; lines and columns before it stay
what they were. (A changed tree would do, but GraalPy shows no statements of a tree to its tools.)
"""

import _ast as ast  # `ast` itself would import much that few programs need
import builtins

import _braid
import _braid_names
import _braid_turns
from _braid_names import label
from _braid_source import inserted, nodes, parsed

WROTE = "__braid_wrote__"

_SMALL_END = 1_000_000_000

_cells = {}
_owners = []
_counts = {}
_recording = True


def is_needed(source):
    """Whether a source can have anything to watch; cheap, and true too often."""
    return "global" in source or "self." in source or _braid_turns.is_needed(source)


def watch(source, file):
    """The source with the calls. Raises SyntaxError as compiling it would."""
    tree = parsed(source, file)
    names = _declared_global(tree)
    setattr(builtins, WROTE, wrote)
    calls = _Calls(frozenset(names))
    calls.body(tree, calls.watched, None)
    # A turn gives way, so it comes behind the calls that tell what was written.
    return inserted(source, sorted(calls.found) + _braid_turns.found(tree))


def _declared_global(tree):
    """All names that some function within declares `global`."""
    return {name for node in nodes(tree) if isinstance(node, ast.Global) for name in node.names}


def wrote(owner, name, value, line):
    """A watched variable has just got a value. `owner` is the object with the attribute, or None."""
    global _recording
    if not _recording:
        return
    key = name if owner is None else (id(owner), name)
    cell = _cells.get(key)
    if cell is None:
        _cells[key] = _braid.cell(_name(owner, name), line, label(value))
    elif type(value) is int and -_SMALL_END < value < _SMALL_END:
        _recording = _braid.wrote_int(cell, value)  # as below, and sooner
    else:
        _recording = _braid.wrote(cell, label(value))


def _name(owner, name):
    if owner is None:
        return name + _braid_names._where
    _owners.append(owner)  # so that its id stays its own
    shown = f"{type(owner).__name__}.{name}"
    count = _counts[shown] = _counts.get(shown, 0) + 1
    return (shown if count == 1 else f"{shown} #{count}") + _braid_names._where


class _Calls:
    """Walks statements and finds where calls go; knows which names are the module's."""

    def __init__(self, watched):
        self.watched = watched
        self.found = []

    def body(self, node, names, self_name):
        for field in ("body", "orelse", "finalbody"):
            statements = getattr(node, field, None)
            if isinstance(statements, list):
                for statement in statements:
                    self._statement(statement, names, self_name)
        for part in (*getattr(node, "handlers", ()), *getattr(node, "cases", ())):
            self.body(part, names, self_name)

    def _statement(self, statement, names, self_name):
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self._function(statement)
        elif isinstance(statement, ast.ClassDef):
            self.body(statement, frozenset(), None)
        elif isinstance(statement, (ast.Assign, ast.AugAssign, ast.AnnAssign)):
            self._assignment(statement, names, self_name)
        else:
            self.body(statement, names, self_name)

    def _function(self, function):
        declared = _declared_global(function)
        arguments = function.args.posonlyargs + function.args.args
        is_method = function.name != "__init__" and arguments and arguments[0].arg == "self"
        self.body(function, frozenset(declared), "self" if is_method else None)

    def _assignment(self, statement, names, self_name):
        if isinstance(statement, ast.AnnAssign) and statement.value is None:
            return
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        for target in targets:
            for part in target.elts if isinstance(target, (ast.Tuple, ast.List)) else [target]:
                if isinstance(part, ast.Name) and part.id in names:
                    self._call(statement, "None", part.id, part.id)
                elif (isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name)
                        and part.value.id == self_name):
                    self._call(statement, self_name, part.attr, f"{self_name}.{part.attr}")

    def _call(self, statement, owner, name, value):
        text = f"; {WROTE}({owner}, {name!r}, {value}, {statement.lineno})"
        self.found.append((statement.end_lineno, statement.end_col_offset, text))
