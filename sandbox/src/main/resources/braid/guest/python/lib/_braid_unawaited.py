"""Coroutines that nobody awaits: the warning CPython gives when such a coroutine is forgotten.

There is no reference counting here, so the source says where one is dropped: `work()` standing
alone becomes `work() in __braid_dropped__`, and behind `job = work()` comes a call that remembers
the coroutine until the program ends. Lines, and columns of what was written, stay.
"""

import _ast as ast
import builtins
import sys

import _braid_names
from _braid_source import callee, inserted, parsed, statements

DROPPED, KEPT = "__braid_dropped__", "__braid_kept__"
KEPT_MAX = 1000
_LIBRARY = frozenset(("sleep", "wait", "wait_for", "to_thread", "put", "get", "join", "acquire",
                      "open_connection", "start_server", "drain", "wait_closed", "shutdown"))
_kept = []
_qualified = {}


def watch(source, file):
    """The source with the additions. Raises SyntaxError as compiling it would."""
    tree = parsed(source, file)
    found = []
    nodes = list(statements(tree))
    _learn(tree, "")
    names = {node.name for node in nodes if type(node) is ast.AsyncFunctionDef}
    names.update(_LIBRARY)
    for node in nodes:
        if type(node) is ast.Expr and callee(node.value) in names:
            found.append((node.end_lineno, node.end_col_offset, f" in {DROPPED}"))
        elif type(node) is ast.Assign and len(node.targets) == 1 \
                and type(node.targets[0]) is ast.Name and callee(node.value) in names:
            text = f"; {KEPT}({node.targets[0].id})"
            found.append((node.end_lineno, node.end_col_offset, text))
    setattr(builtins, DROPPED, _Dropped())
    setattr(builtins, KEPT, _keep)
    return inserted(source, found)


def _is_unawaited(value):
    return type(value) is _Coroutine and not value.cr_running and not value.cr_suspended \
        and value.cr_frame is not None


async def _none():
    pass


_sample = _none()
_Coroutine = type(_sample)
_sample.close()


def qualified(code):
    """The qualified name of the function whose code this is."""
    name = getattr(code, "co_qualname", code.co_name)
    return _qualified.get((name, code.co_firstlineno), name) \
        if _braid_names.is_users(code.co_filename) else name


def _learn(node, before):
    """Where each function is written, and what it is called in full."""
    for child in getattr(node, "body", ()):
        inside = before
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            name = before + child.name
            decorators = [decorator.lineno for decorator in child.decorator_list]
            _qualified[child.name, min(decorators + [child.lineno])] = name
            inside = name + (".<locals>." if type(child) is not ast.ClassDef else ".")
        _learn(child, inside)


def _text(coroutine):
    return f"coroutine '{qualified(coroutine.cr_code)}' was never awaited"


class _Dropped:
    """Says of a coroutine that it was never awaited; everything else is nothing to it."""

    def __contains__(self, value):
        if _is_unawaited(value):
            import warnings
            _braid_names.remember_lines()
            warnings.warn(_text(value), RuntimeWarning, stacklevel=2, source=value)
            value.close()
        return False


def _keep(value):
    if type(value) is _Coroutine:
        if not _kept:
            import atexit
            atexit.register(conclude)
        elif len(_kept) > KEPT_MAX:
            _kept[:] = [coroutine for coroutine in _kept if _is_unawaited(coroutine)]
        _kept.append(value)


def keep_held(traceback):
    """What an exception nobody handled leaves behind: `asyncio.run(work())` that was refused."""
    while traceback is not None:
        for value in list(traceback.tb_frame.f_locals.values()):
            if _is_unawaited(value):
                _keep(value)
        traceback = traceback.tb_next


def conclude():
    """The end of the program: what was never awaited until now never will be."""
    for coroutine in _kept:
        if _is_unawaited(coroutine):
            sys.stderr.write(f"sys:1: RuntimeWarning: {_text(coroutine)}\n")
            coroutine.close()
    _kept.clear()
