"""The user's source, read and added to: what those parts share that rewrite it.

Additions keep lines, and columns of what stands before them. GraalPy counts columns in characters.
"""

import _ast as ast

from _braid_sites import nodes

__all__ = ["callee", "inserted", "nodes", "parsed", "statements"]

_BODIES = ("body", "orelse", "finalbody", "handlers", "cases")


def parsed(source, file):
    """The syntax tree. Raises SyntaxError as compiling would."""
    return compile(source, file, "exec", ast.PyCF_ONLY_AST)


def statements(tree):
    """The tree, its statements, and the handlers and cases on the way to them."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        for field in _BODIES:
            part = getattr(node, field, None)
            if isinstance(part, list):
                waiting.extend(part)


def callee(node):
    """The last name of what a call calls; None for what is no call."""
    if type(node) is not ast.Call:
        return None
    return getattr(node.func, "attr", None) or getattr(node.func, "id", None)


def inserted(source, found):
    """The source with each (line, column, text) put in; at one place in the order given."""
    lines = source.split("\n")
    for line, column, text in reversed(sorted(found, key=lambda it: it[:2])):
        old = lines[line - 1]
        lines[line - 1] = old[:column] + text + old[column:]
    return "\n".join(lines)
