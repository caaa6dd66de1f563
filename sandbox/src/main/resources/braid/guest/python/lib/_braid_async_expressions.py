"""Generator expressions that await, put right: the interpreter takes them for ordinary ones.

`(await f(x) for x in xs)` is an asynchronous generator (Python reference, 6.2.8). The interpreter
knows one only by the `async for` of its last loop, so each loop becomes one, over the same items.
"""

import _ast as ast
import builtins
import re

from _braid_source import inserted, nodes, parsed

EACH = "__braid_each__"
_LOOP = r"\sfor\s[^\n:]*\sin\s"
_REST = r"[^\n]*(?:\n[^\n]*){0,8}?"
_MAYBE = re.compile(rf"\bawait\b{_REST}{_LOOP}|{_LOOP}{_REST}\bawait\b"
                    rf"|\basync\s+for\s{_REST}(?<!async){_LOOP}")
_FOR = re.compile(r"\bfor[\s(\\]*(?:#.*)?\Z")


def is_needed(source):
    """Whether a source can have such an expression of a few lines; cheap, and true too often."""
    return _MAYBE.search(source) is not None


def watch(source, file):
    """The source with the loops. Raises SyntaxError as compiling it would."""
    lines = source.split("\n")
    found = []
    for node in nodes(parsed(source, file)):
        if type(node) is ast.GeneratorExp and _is_asynchronous(node):
            for loop in node.generators:
                if not loop.is_async:
                    items = loop.iter
                    found.append((*_for_before(lines, loop.target), "async "))
                    found.append((items.lineno, items.col_offset, f"{EACH}("))
                    found.append((items.end_lineno, items.end_col_offset, ")"))
    setattr(builtins, EACH, Each)
    return inserted(source, found)


def _is_asynchronous(node):
    """Whether it awaits, or a loop of it does."""
    loops = node.generators
    if any(loop.is_async for loop in loops):
        return True
    inside = [node.elt]
    for loop in loops:
        inside += loop.ifs
    inside += [loop.iter for loop in loops[1:]]
    return any(_awaits(part) for part in inside)


def _awaits(node):
    """Whether an expression awaits, itself: not a function or generator within it."""
    kind = type(node)
    if kind is ast.Await:
        return True
    if kind is ast.Lambda:
        return False
    if kind is ast.GeneratorExp:
        return _awaits(node.generators[0].iter)
    if kind is ast.comprehension and node.is_async:
        return True
    for field in node._fields:
        part = getattr(node, field, None)
        for child in part if isinstance(part, list) else (part,):
            if isinstance(child, ast.AST) and _awaits(child):
                return True
    return False


def _for_before(lines, target):
    """The line and column of the `for` that a loop's target comes behind."""
    line, before = target.lineno, lines[target.lineno - 1][:target.col_offset]
    while True:
        found = _FOR.search(before)
        if found:
            return line, found.start()
        line -= 1
        before = lines[line - 1]


class Each:
    """The items of what is no asynchronous iterable, for a loop that wants one."""

    __slots__ = ("_next",)

    def __init__(self, items):
        self._next = iter(items).__next__

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return self._next()
        except StopIteration:
            raise StopAsyncIteration from None
