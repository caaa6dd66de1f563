"""Questions about pieces of a syntax tree, for the rewriting of `_braid_memory`."""

import _ast as ast

from _braid_scopes import FUNCTIONS
from _braid_source import callee, nodes

CONTAINERS = frozenset(("list", "dict", "set", "deque", "defaultdict", "Counter", "OrderedDict",
                        "bytearray", "array"))
_DISPLAYS = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.SetComp, ast.DictComp)
_LOOKING = frozenset(("len", "all", "any", "sum", "min", "max", "sorted", "range"))
_ASKING = frozenset(("is_set", "done", "running", "cancelled", "empty", "full", "qsize", "is_alive",
                     "locked", "active_count"))
_ENDING = frozenset(("range", "enumerate", "zip", "reversed", "sorted", "list", "tuple", "items",
                     "keys", "values", "split", "splitlines"))
_CALLING = (ast.Call, ast.Await, ast.Yield, ast.YieldFrom)


def is_container(node):
    """Whether an expression makes a new container."""
    return isinstance(node, _DISPLAYS) or (
        type(node) is ast.Call and getattr(node.func, "id", getattr(node.func, "attr", None))
        in CONTAINERS) or (type(node) is ast.BinOp and isinstance(node.left, ast.List))


def made_for(target, value):
    """The targets of an assignment, each with the expression whose value it gets."""
    sides = (ast.Tuple, ast.List)
    if isinstance(target, sides) and isinstance(value, sides) \
            and len(target.elts) == len(value.elts) \
            and not any(type(each) is ast.Starred for each in target.elts + value.elts):
        for each, part in zip(target.elts, value.elts):
            yield from made_for(each, part)
    elif not isinstance(target, sides):
        yield target, value


class _Any:
    """Contains every name."""

    def __contains__(self, name):
        return True


def stored_attributes(tree):
    """Attributes that are stored anywhere but once and for all in an `__init__`."""
    stored = set()
    waiting = [(tree, False)]
    while waiting:
        node, is_first = waiting.pop()
        if isinstance(node, FUNCTIONS):
            is_first = getattr(node, "name", "") == "__init__"
            if any("cached_property" in (getattr(each, "id", ""), getattr(each, "attr", ""))
                   for each in getattr(node, "decorator_list", ())):
                stored.add(node.name)
        if callee(node) in ("setattr", "delattr") and len(node.args) > 1:
            if type(node.args[1]) is not ast.Constant:
                return _Any()
            stored.add(node.args[1].value)
        if type(node) is ast.AugAssign and type(node.target) is ast.Attribute:
            stored.add(node.target.attr)
        if type(node) is ast.Attribute and type(node.ctx) is not ast.Load and not is_first:
            stored.add(node.attr)
        waiting.extend((child, is_first) for child in _children_of(node))
    return stored


def _children_of(node):
    for field in node._fields:
        value = getattr(node, field, None)
        if isinstance(value, list):
            yield from (child for child in value if isinstance(child, ast.AST))
        elif isinstance(value, ast.AST):
            yield value


def is_pause(statement):
    """Whether it does nothing but let time pass."""
    if type(statement) is ast.Pass:
        return True
    return type(statement) is ast.Expr and callee(statement.value) == "sleep"


def only_looks(loop, is_builtin, own):
    """Whether every turn of a `while` does nothing but look for a reason to end; `is_builtin` tells
    of a name, and `own` are the functions of the program itself, which may do anything."""
    def asks(call):
        if type(call.func) is not ast.Attribute:
            name = getattr(call.func, "id", None)
            return name in _LOOKING and is_builtin(name)
        if call.func.attr in own:
            return False
        return call.func.attr in _ASKING and not call.args or _tries(call)

    def has_effects(test):
        return any(isinstance(node, (ast.NamedExpr, ast.Await))
                   or (type(node) is ast.Call and not asks(node)) for node in nodes(test))

    def is_way_out(statement):
        return type(statement) is ast.If and not statement.orelse \
            and type(statement.body[0]) is ast.Break and not has_effects(statement.test)

    return not has_effects(loop.test) \
        and all(is_pause(each) or is_way_out(each) for each in loop.body)


def has_end(loop):
    """Whether a loop comes nearer its end with every turn, as far as can be seen: it takes what is
    there one after the other, or counts. Only where its turns call anything."""
    within = [each for statement in loop.body for each in nodes(statement)]
    if not any(isinstance(each, (*_CALLING, ast.With, ast.AsyncWith)) for each in within):
        return False
    if type(loop) is ast.For:
        return type(loop.iter) is not ast.Call or callee(loop.iter) in _ENDING
    if type(loop) is not ast.While:
        return False
    ways_out = [loop.test, *(each.test for each in within if _may_leave(each))]
    decisive = {each.id for way in ways_out for each in nodes(way) if type(each) is ast.Name}
    return any(type(each) is ast.AugAssign and getattr(each.target, "id", None) in decisive
               for each in within)


def _may_leave(statement):
    return type(statement) is ast.If \
        and any(isinstance(each, (ast.Break, ast.Return, ast.Raise)) for each in statement.body)


def _tries(call):
    """Whether it takes a lock only where nobody holds it: where somebody does, it only looks."""
    values = [*call.args, *(keyword.value for keyword in call.keywords)]
    return call.func.attr == "acquire" and len(values) == 1 \
        and getattr(values[0], "value", None) is False


def is_text(statement):
    return type(statement) is ast.Expr and type(statement.value) is ast.Constant


def calls(node):
    """Whether the statement itself, not those within it, calls anything or enters a `with`."""
    kind = type(node)
    if kind in (ast.With, ast.AsyncWith):
        return True
    if kind in (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Try, ast.Global,
                ast.Nonlocal, ast.Import, ast.ImportFrom, ast.Pass):
        return False
    heads = {ast.If: ("test",), ast.While: ("test",), ast.For: ("iter",), ast.AsyncFor: ("iter",),
             ast.Match: ("subject",)}.get(kind)
    parts = [node] if heads is None else [getattr(node, head) for head in heads]
    return any(isinstance(each, _CALLING) for part in parts for each in nodes(part))
