"""Generators that nobody can go on with: closed as CPython closes them, so that `finally` is seen.

CPython closes a generator when the last reference to it goes; the interpreter counts none. It is
done where the source shows that a reference is the only one: at `break` and `return` in the loop
whose line made the generator, at `del` of a name that was only ever used to go on with it, and for
the variables of the main module when the program ends. Any other lives on.
"""

import _ast as ast
import builtins
import re
import sys

from _braid_source import callee, inserted, nodes, parsed
from _braid_unawaited import KEPT

ABANDONED = "__braid_abandoned__"
ITEMS = "__braid_items_"  # what a loop goes through, by its number
_ENDS = re.compile(r"\b(?:finally|with|GeneratorExit)\b")
_FOR = (ast.For, ast.AsyncFor)
_LOOPS = (*_FOR, ast.While)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_SCOPES = (*_FUNCTIONS, ast.ClassDef)
_COMPLETE = (ast.ListComp, ast.SetComp, ast.DictComp)  # done with what they go through
_ASKING = frozenset(("next", "anext", "list", "tuple", "sum", "print", "type", KEPT))
_INSPECTING = frozenset(("getgeneratorstate", "getgeneratorlocals"))
_PLAIN = frozenset(("staticmethod", "classmethod"))
_YIELDS = (ast.Yield, ast.YieldFrom)
_OWN = frozenset(("send", "throw", "close", "asend", "athrow", "aclose"))


def is_needed(source):
    """Whether closing a generator can be seen: it has something to do then."""
    return _ENDS.search(source) is not None


def watch(source, file):
    """The source with calls that tell of loops that are left and of names that are deleted."""
    tree = parsed(source, file)
    makers = _Makers(tree)
    if not makers.functions:
        return source
    found = []
    _visit(tree, [], makers, found)
    setattr(builtins, ABANDONED, _abandoned)
    return inserted(source, found)


class _Makers:
    """What makes the program's generators, and which names are all there is to refer to one.

    `functions` are the names of its generator functions; `held` has for a variable those that its
    values were made by, where it is only assigned to from calls of these and only gone on with.
    """

    def __init__(self, tree):
        self.functions = set()
        self._uses = {}
        self._plain = {}
        self._made = {}
        self._find_functions(tree)
        for node in nodes(tree):
            self._note(node)
        self.held = {name: makers for name, makers in self._made.items()
                     if self._uses.get(name) == self._plain.get(name)}

    def _find_functions(self, tree):
        pending = [(tree, None)]
        while pending:
            node, function = pending.pop()
            kind = type(node)
            if kind in _FUNCTIONS:
                function = node
            elif kind is ast.Lambda:
                function = None
            elif kind in _YIELDS and function is not None and _is_plain(function):
                self.functions.add(function.name)
            for field in node._fields:
                part = getattr(node, field, None)
                for child in part if isinstance(part, list) else (part,):
                    if isinstance(child, ast.AST):
                        pending.append((child, function))

    def _note(self, node):
        kind = type(node)
        if kind is ast.Name:
            _count(self._uses, node.id)
        elif kind is ast.arg:
            _count(self._uses, node.arg)
        elif kind is ast.Assign:
            maker = callee(node.value)
            if maker in self.functions and len(node.targets) == 1:
                name = self._plainly(node.targets[0])
                if name:
                    self._made.setdefault(name, set()).add(maker)
        elif kind is ast.Delete:
            for target in node.targets:
                self._plainly(target)
        elif kind is ast.Call:
            self._note_call(node)
        elif kind in _FOR:
            self._plainly(node.iter)
        elif kind in _COMPLETE:
            self._plainly(node.generators[0].iter)

    def _note_call(self, call):
        function = call.func
        if type(function) is ast.Attribute and function.attr in _OWN:
            self._plainly(function.value)
        elif getattr(function, "id", "") in _ASKING or callee(call) in _INSPECTING:
            for argument in call.args:
                self._plainly(argument)

    def _plainly(self, node):
        """The variable, where the node is one: this use of it leaves no other reference."""
        if type(node) is ast.Name:
            _count(self._plain, node.id)
            return node.id
        return None


def _is_plain(function):
    """Whether calling it gives its generator, and nothing around it."""
    return all(getattr(decorator, "id", "") in _PLAIN for decorator in function.decorator_list)


def _count(counts, name):
    counts[name] = counts.get(name, 0) + 1


def _visit(node, loops, makers, found):
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
            if type(target) is ast.Name and target.id in makers.held:
                names = ", ".join(map(repr, sorted(makers.held[target.id])))
                found.append((node.lineno, node.col_offset,
                              f"{ABANDONED}({target.id}, {names}); "))
    inside = [_Loop(node, makers), *loops] if kind in _LOOPS else loops
    for field in node._fields:
        part = getattr(node, field, None)
        for child in part if isinstance(part, list) else (part,):
            if isinstance(child, (ast.stmt, ast.excepthandler, ast.match_case)):
                _visit(child, inside if field == "body" else loops, makers, found)


def _tell(leaving, loops, found):
    for loop in loops:
        name = loop.name_items(found)
        if name:
            found.append((leaving.lineno, leaving.col_offset,
                          f"{ABANDONED}({name}, {loop.maker!r}); "))


class _Loop:
    """`maker` is the generator function that its line calls, None where it calls none."""

    def __init__(self, node, makers):
        self._items = getattr(node, "iter", None)
        self._name = ""
        maker = callee(self._items)
        self.maker = maker if maker in makers.functions else None

    def name_items(self, found):
        """The name of what it goes through, which gets one; empty where no generator is made."""
        items = self._items
        if not self._name and self.maker is not None:
            self._name = f"{ITEMS}{len(found)}"
            found.append((items.lineno, items.col_offset, f"({self._name} := "))
            found.append((items.end_lineno, items.end_col_offset, ")"))
        return self._name


def _abandoned(thing, *makers):
    """Nobody refers to it any more, if one of these has just made it."""
    code = getattr(thing, "gi_code", None) or getattr(thing, "ag_code", None)
    if code is not None and code.co_name in makers:
        _close(thing)


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
        if hasattr(generator, "gi_frame"):
            _close(generator)
