"""Loops that stand on one line: `while not done: pass`.

The engine reports a statement where the line changes, so such a loop would never be seen to go on,
take time or give way. A call behind its last statement says that it takes another turn; nothing
before it moves.
"""

import _ast as ast
import builtins

import _braid
from _braid_source import statements

TURN = "__braid_turn__"
_LOOPS = ("while ", "for ", "while(")


def is_needed(source):
    """Whether a source can have such a loop; cheap, and true too often."""
    return any(
        line.lstrip().startswith(_LOOPS) and not line.rstrip().endswith((":", "(", "["))
        for line in source.split("\n"))


def found(tree):
    """Where the calls go: (line, column, text)."""
    setattr(builtins, TURN, _braid.turn)
    calls = []
    for node in statements(tree):
        if isinstance(node, (ast.While, ast.For)):
            last = node.body[-1]
            if last.end_lineno == node.lineno:
                calls.append((last.end_lineno, last.end_col_offset, f"; {TURN}()"))
    return calls
