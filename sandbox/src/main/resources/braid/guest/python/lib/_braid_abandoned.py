"""Generators that nobody can go on with: closed as CPython closes them, so that `finally` is seen.

CPython closes a generator when the last reference to it goes; the interpreter counts none. It is
done where a program usually loses one: at `break` and `return` in the loop that made it, at `del`,
and for the variables of the main module when the program ends. One that has other names lives on.
"""

import _ast as ast
import builtins
import re
import sys

from _braid_refcounts import references
from _braid_source import callee, inserted, parsed

ABANDONED = "__braid_abandoned__"
ITEMS = "__braid_items_"  # what a loop goes through, by its number
_ENDS = re.compile(r"\b(?:finally|with|GeneratorExit)\b")
_LOOPS = (ast.For, ast.AsyncFor, ast.While)
_NO_GENERATORS = frozenset((None, "range", "enumerate", "zip", "sorted", "reversed", "list"))
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def is_needed(source):
    """Whether closing a generator can be seen: it has something to do then."""
    return _ENDS.search(source) is not None


def watch(source, file):
    """The source with calls that tell of loops that are left and of names that are deleted."""
    found = []
    _visit(parsed(source, file), [], found)
    setattr(builtins, ABANDONED, _dropped)
    return inserted(source, found)


def _visit(node, loops, found):
    """`loops`: those around the node, the innermost first."""
    kind = type(node)
    if kind in _SCOPES:
        loops = []
    elif kind is ast.Break:
        _tell(node, loops[:1], found)
    elif kind is ast.Return and type(node.value) in (type(None), ast.Name, ast.Constant):
        _tell(node, loops, found)
    elif kind is ast.Delete:
        for target in node.targets:
            if type(target) is ast.Name:
                found.append((node.lineno, node.col_offset, f"{ABANDONED}({target.id}); "))
    inside = [_Loop(node), *loops] if kind in _LOOPS else loops
    for field in node._fields:
        part = getattr(node, field, None)
        for child in part if isinstance(part, list) else (part,):
            if isinstance(child, (ast.stmt, ast.excepthandler, ast.match_case)):
                _visit(child, inside if field == "body" else loops, found)


def _tell(leaving, loops, found):
    for loop in loops:
        name = loop.name_items(found)
        if name:
            found.append((leaving.lineno, leaving.col_offset, f"{ABANDONED}({name}); "))


class _Loop:
    def __init__(self, node):
        self._items = getattr(node, "iter", None)
        self._name = ""

    def name_items(self, found):
        """The name of what it goes through, which gets one; empty where no generator is made."""
        items = self._items
        if not self._name and callee(items) not in _NO_GENERATORS:
            self._name = f"{ITEMS}{len(found)}"
            found.append((items.lineno, items.col_offset, f"({self._name} := "))
            found.append((items.end_lineno, items.end_col_offset, ")"))
        return self._name


def _dropped(thing):
    """The name that is about to go is one of its references."""
    if _is_generator(thing) and references(thing) == 1:
        _close(thing)


def _is_generator(thing):
    return hasattr(thing, "gi_frame") or hasattr(thing, "ag_frame")


def _close(generator):
    """Also an asynchronous one: its loop does it, in a task (PEP 525, finalization)."""
    if hasattr(generator, "gi_frame"):
        if generator.gi_frame is not None and not generator.gi_running:
            generator.close()
        return
    loop = getattr(sys.get_asyncgen_hooks()[0], "__self__", None)
    if loop is not None and generator.ag_frame is not None and not generator.ag_running:
        from _braid_async_closing import Closing
        loop._asyncgens.discard(generator)
        loop._asyncgen_finalizer_hook(Closing(generator))


def close_all(variables):
    """The program ends: its variables go."""
    for generator in list(variables.values()):
        if hasattr(generator, "gi_frame") and references(generator) == 1:
            _close(generator)
