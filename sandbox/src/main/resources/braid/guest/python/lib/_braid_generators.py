"""Generators as lanes, in a program that has no other tasks: each starts, hands out values and is
asked for the next.

The interpreter tells through `sys.setprofile` when a generator's code begins, goes on and stops.
Which generator it is, it does not tell: one that begins is at its first instruction, one that goes
on is the one whose variables are what they were when it stopped.
"""

import _ast as ast
import builtins
import sys

import _braid
from _braid_labels import label
from _braid_names import is_users
from _braid_source import inserted, nodes, parsed

OTHERS = ("threading", "asyncio", "multiprocessing", "concurrent", "_thread", "async ",
          "setprofile", "settrace", "subprocess", "sched")
BEGIN = "__braid_generators__"
EVENTS_MAX = 2_000
GENERATORS_MAX = 200
_IS_GENERATOR = 0x20
_yields = {}
_delegations = set()
_waiting = []
_suspended = []
_running = []
_counts = {}
_left = EVENTS_MAX
_has_just_stopped = False


class _Generator:
    __slots__ = ("lane", "code", "variables", "line", "is_closing")

    def __init__(self, lane, code):
        self.lane, self.code = lane, code
        self.variables, self.line, self.is_closing = (), 0, False


def is_needed(source):
    """Whether a source has generators and nothing else that runs beside."""
    return "yield" in source and not any(word in source for word in OTHERS)


def watch(source, file):
    """The source, which begins to be watched behind its last import: importing would be slow."""
    if not is_needed(source):
        return source
    tree = parsed(source, file)
    for node in nodes(tree):
        if type(node) is ast.Yield or type(node) is ast.YieldFrom:
            has_value = node.value is not None and getattr(node.value, "value", 0) is not None
            _yields[node.lineno] = has_value
            if type(node) is ast.YieldFrom:
                _delegations.add(node.lineno)
    setattr(builtins, BEGIN, lambda: sys.setprofile(_told))
    last = [node for node in tree.body if type(node) in (ast.Import, ast.ImportFrom)][-1:]
    if not last:
        _waiting.append(_told)
        return source
    return inserted(source, [(last[0].end_lineno, last[0].end_col_offset, f"; {BEGIN}()")])


def begin():
    """The program begins; one without imports is watched from here on."""
    if _waiting:
        sys.setprofile(_waiting.pop())


def _told(frame, event, value):
    global _left, _has_just_stopped
    _left -= 1
    if _left < 0:
        _stop_watching()
        return
    code = frame.f_code
    is_passing_on, _has_just_stopped = _has_just_stopped, False
    if event == "call":
        if code.co_flags & _IS_GENERATOR and _is_shown(code):
            _begins(frame, code)
    elif event == "return":
        if code.co_flags & _IS_GENERATOR and _running and _running[-1].code is code:
            _stops(frame, value, is_passing_on)
    elif event == "c_call":
        if getattr(value, "__name__", "") == "close" and _suspended:
            for generator in _suspended:
                generator.is_closing = True
    elif _suspended and event in ("c_exception", "c_return"):
        _returned(event, value)


def _stop_watching():
    """Enough was seen: a long program would take too long. What runs is the thread again."""
    sys.setprofile(None)
    _running.clear()
    _braid.lane_leave()


def _is_shown(code):
    return code.co_name[0] != "<" and is_users(code.co_filename)


def _begins(frame, code):
    generator = _found(frame, code)
    if generator is None:
        if len(_counts) >= GENERATORS_MAX or sum(_counts.values()) >= GENERATORS_MAX:
            _stop_watching()
            return
        count = _counts[code.co_name] = _counts.get(code.co_name, 0) + 1
        name = code.co_name if count == 1 else f"{code.co_name} #{count}"
        generator = _Generator(_braid.generator_start(name), code)
    else:
        _suspended.remove(generator)
        _braid.generator_next(generator.lane)
    _running.append(generator)
    _braid.lane_enter(generator.lane)
    if generator.line == 0:
        _braid.lane_at(frame.f_lineno)


def _variables(frame):
    return [(name, id(value)) for name, value in frame.f_locals.items()]


def _found(frame, code):
    now = _variables(frame)
    is_new = frame.f_lasti <= 0
    best = None
    for generator in _suspended:
        if generator.code is code and (not is_new or generator.line in _delegations):
            if generator.variables == now:
                return generator
            best = best or generator
    return None if is_new else best


def _stops(frame, value, is_passing_on):
    """A generator has handed out a value or has ended. Where another that it delegates to has just
    stopped (`is_passing_on`), it has only passed the value on."""
    global _has_just_stopped
    generator = _running.pop()
    line = frame.f_lineno if frame.f_lineno in _delegations else _braid.line()
    is_over = generator.is_closing or line not in _yields or (
        value is None and _yields[line] and not (is_passing_on and line in _delegations))
    generator.is_closing = False
    if is_over:
        _braid.lane_end("")
    else:
        generator.variables, generator.line = _variables(frame), line
        _suspended.append(generator)
        _has_just_stopped = True
        _braid.generator_suspend(label(value))
    _go_back()


def _returned(event, function):
    """Back from a function that is no Python: a generator it has asked may have ended there."""
    name = getattr(function, "__name__", "")
    if name == "close":
        for generator in _suspended:
            generator.is_closing = False
    elif event == "c_exception" and name in ("next", "send", "throw"):
        generator = _suspended[-1]
        if _yields.get(generator.line) is False:
            _suspended.pop()
            _braid.lane_enter(generator.lane)
            _braid.lane_end("")
            _go_back()


def _go_back():
    if _running:
        _braid.lane_enter(_running[-1].lane)
    else:
        _braid.lane_leave()
