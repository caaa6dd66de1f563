"""Context variables the user sees: what each task has set one to.

A call behind `name.set(value)` and `name.reset(token)` in the source tells the value; each task
(and each thread outside of tasks) has a variable of its own, as it has a context of its own.
"""

import _ast as ast
import builtins

import _braid
from _braid_labels import label
from _braid_source import callee, inserted, parsed, statements

TOLD = "__braid_context__"
TASKS_MAX = 32
_cells = {}
_tasks = {}
_recording = True


def watch(source, file):
    """The source with the calls. Raises SyntaxError as compiling it would."""
    nodes = list(statements(parsed(source, file)))
    names = {node.targets[0].id for node in nodes if type(node) is ast.Assign
             and type(node.targets[0]) is ast.Name and callee(node.value) == "ContextVar"}
    found = []
    for node in nodes:
        call = node.value if type(node) in (ast.Expr, ast.Assign) else None
        if callee(call) in ("set", "reset") and type(call.func) is ast.Attribute \
                and getattr(call.func.value, "id", None) in names:
            name = call.func.value.id
            text = f"; {TOLD}({name}, {name!r}, {node.lineno})"
            found.append((node.end_lineno, node.end_col_offset, text))
    setattr(builtins, TOLD, tell)
    return inserted(source, found)


def tell(variable, called, line):
    """A context variable has just been set or reset by what runs."""
    global _recording
    if not _recording:
        return
    task = _braid.lane()
    shown = label(variable.get(None))
    cell = _cells.get((variable, task))
    if cell is not None:
        _recording = _braid.wrote(cell, shown)
        return
    tasks = _tasks.setdefault(variable, [])
    if len(tasks) < TASKS_MAX:
        tasks.append(task)
        name = called if len(tasks) == 1 else f"{called} of {_braid.lane_name()}"
        _cells[variable, task] = _braid.cell(name, line, shown)
