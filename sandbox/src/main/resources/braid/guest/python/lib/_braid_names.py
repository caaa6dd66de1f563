"""Names for objects, taken from the program: `lock`, `self.forks[2]`, `locks['a']`.

Enters: the user's file through `configure`, then the moment an object is made (`made`). Leaves:
`(name, line)`. An object that a library made for itself has the name ''; one whose place in the
program cannot be told is named after its type and line. Read `_braid_sites` next.
"""

import sys
from itertools import islice

from _braid_labels import is_plain, label
from _braid_sites import Sites

NAME_MAX = 60
FRAMES_MAX = 12

INLINED = ("<listcomp>", "<setcomp>", "<dictcomp>")  # no frames in CPython (PEP 709)
_COMPREHENSIONS = frozenset((*INLINED, "<genexpr>"))

_getframe = sys._getframe
_filename = None
_source = None
_tree = None
_sites = None
_used = {}
is_told = False  # every access of shared memory is told
is_silent = False  # nobody sees this execution
_where = ""  # " (Process-1)" in a process of the program's own
_USER, _OWN, _OTHER = 1, 2, 3


# Bytecode may have been compiled where the worker's folder had another place: only the end is sure.
_FOLDER = "/worker/python/"
_makers = {"<string>": _OWN}


def is_stand_in(path):
    """Whether a file, as a frame names it, is one of the stand-ins."""
    return _FOLDER in path


def is_users(path):
    """Whether a file, as code names it, is the user's."""
    return path == _filename


def source():
    """The user's source."""
    return _source


def configure(filename, source, tree=None):
    """Says which file is the user's. `tree` may be its syntax tree, if one exists already."""
    global _filename, _source, _tree, _sites
    _filename, _source, _tree, _sites = filename, source, tree, None
    _used.clear()
    _makers.clear()
    _makers.update({"<string>": _OWN, filename: _USER})


def made(word, callees=None):
    """(name, line) for an object of the type `word` that is being made right now.

    With `callees`, only the value of a call of one of these is called as the program calls it.
    """
    if is_silent:
        return "", 0
    frame = _maker(_getframe(1))
    if frame is None:
        return "", 0
    if _kind(frame) != _USER:
        return "", _line_of_user(frame)
    line = frame.f_lineno
    name = _name(frame, line, word, callees)
    count = _used.get(name, 0) + 1
    _used[name] = count
    return (name if count == 1 else f"{name} #{count}") + _where, line


def _kind(frame):
    path = frame.f_code.co_filename
    kind = _makers.get(path)
    if kind is None:
        if is_stand_in(path):
            kind = _OWN
        else:
            kind = _USER if _filename is not None and path.endswith("/" + _filename) else _OTHER
        _makers[path] = kind
    return kind


def _maker(frame):
    """The nearest frame that is no stand-in's and no generated method's; None when there is none."""
    while frame is not None:
        if _kind(frame) != _OWN:
            return frame
        frame = frame.f_back
    return None


def line():
    """The line of the user's file that is being executed, 0 when there is none near."""
    return _line_of_user(_getframe(1))


def line_of_traceback(traceback):
    """The innermost line of the user's file in a traceback, 0 when there is none."""
    found = 0
    while traceback is not None:
        if _kind(traceback.tb_frame) == _USER:
            found = traceback.tb_lineno
        traceback = traceback.tb_next
    return found


def remember_lines():
    """Lets tracebacks quote the user's file, which may exist nowhere but here."""
    import linecache
    if _filename is not None and _filename not in linecache.cache:
        text = _source if isinstance(_source, str) else _source.decode("utf-8", "replace")
        linecache.cache[_filename] = (len(text), None, text.splitlines(True), _filename)


def _line_of_user(frame):
    for _ in range(FRAMES_MAX):
        if frame is None:
            return 0
        if _kind(frame) == _USER:
            return frame.f_lineno
        frame = frame.f_back
    return 0


def _name(frame, line, word, callees):
    global _sites
    if _sites is None:
        try:
            _sites = Sites(_source, _filename, _tree)
        except (SyntaxError, ValueError, RecursionError):
            _sites = Sites("", _filename)
    site = _pick(_sites.at(line), frame, word)
    if callees is not None and site is not None and site.callee not in callees:
        site = None
    name = _resolve(site, frame, word) if site is not None else None
    return name[:NAME_MAX] if name else f"{word.lower()} at line {line}"


def _pick(candidates, frame, word):
    if len(candidates) <= 1:
        return candidates[0] if candidates else None
    exact = _at_instruction(candidates, frame)
    if exact is not None:
        return exact
    fitting = [s for s in candidates if s.callee == word] or candidates
    if len(fitting) == 1:
        return fitting[0]
    turn = fitting[0]
    for site in fitting:
        if site.turns < turn.turns:
            turn = site
    turn.turns += 1
    return turn


def _at_instruction(candidates, frame):
    """The call the frame stands at, where the interpreter tells columns."""
    try:
        index = frame.f_lasti // 2
        if index < 0:
            return None
        # Not a loop of ours: a large module has thousands, and is asked for each object it makes.
        _, line_end, column, column_end = next(islice(frame.f_code.co_positions(), index, None))
    except (AttributeError, NotImplementedError, StopIteration, TypeError, ValueError):
        return None
    for site in candidates:
        if site.column == column and site.column_end == column_end and site.line_end == line_end:
            return site
    return None


def _resolve(site, frame, word):
    place = site.place
    if place is None:
        return None
    kind = place[0]
    if kind == "text":
        return place[1]
    if kind == "item":
        key = _key(place[2], frame)
        return f"{place[1]}[{_counted(site, frame) if key is None else key}]"
    if kind == "append":
        held = _value(place[1], frame)
        index = len(held) if type(held) in (list, dict, set) else _counted(site, frame)
        return f"{_sites.text(place[1])}[{index}]"
    if kind == "names":
        return place[1][_counted(site, frame) % len(place[1])] if place[1] else None
    if kind == "count":
        return _indexed(site, frame)
    return _from_caller(frame, word)


def _from_caller(frame, word):
    outer = _maker(frame.f_back)
    if outer is None or _kind(outer) != _USER:
        return None
    site = _pick(_sites.at(outer.f_lineno), outer, frame.f_code.co_name)
    return _resolve(site, outer, word) if site is not None else None


def _home(frame):
    """What stands for the function or module that runs, whatever comprehension the frame is in."""
    while frame.f_code.co_name in _COMPREHENSIONS and frame.f_back is not None:
        frame = frame.f_back
    return id(frame)


def _counted(site, frame):
    home = _home(frame)
    if site.frame != home:
        site.frame, site.count = home, -1
    site.count += 1
    return site.count


def _indexed(site, frame):
    """`forks[2]`, `grid[1][0]`: the index from counting, anew for each run of the comprehension."""
    levels, place = [], site.place
    while place[0] == "count":
        levels.insert(0, place[2])
        place = place[1]
    home = _home(frame)
    if site.frame != home or site.count + 1 >= _product(site.sizes):
        site.frame, site.count = home, -1
        site.sizes = [_size(generators, frame) for generators in levels]
    site.count += 1
    rest, indexes = site.count, []
    for size in reversed(site.sizes[1:]):
        if size <= 0:
            return f"{place[1]}[{site.count}]"
        rest, index = divmod(rest, size)
        indexes.insert(0, index)
    return place[1] + "".join(f"[{index}]" for index in [rest] + indexes)


def _product(sizes):
    product = 1
    for size in sizes:
        if size <= 0:
            return float("inf")
        product *= size
    return product


def _size(generators, frame):
    """How many turns a comprehension takes, 0 when the program does not say so plainly."""
    if len(generators) != 1 or generators[0].ifs:
        return 0
    over = generators[0].iter
    function = getattr(over, "func", None)
    if function is not None:
        bounds = [_value(argument, frame) for argument in over.args]
        if getattr(function, "id", "") == "range" and all(type(b) is int for b in bounds):
            return len(range(*bounds)) if 1 <= len(bounds) <= 3 else 0
        return 0
    held = _value(over, frame)
    return len(held) if type(held) in (list, tuple, dict, set, str, range) else 0


def _key(node, frame):
    value = _value(node, frame)
    return repr(value) if type(value) in (int, str, bool, tuple) and is_plain(value, 1) else None


def _value(node, frame):
    """What a plain name, attribute or constant is now; None when asking could run code."""
    if hasattr(node, "id"):
        for scope in (frame.f_locals, frame.f_globals):
            if node.id in scope:
                return scope[node.id]
        outer = frame.f_back
        if frame.f_code.co_name in _COMPREHENSIONS and outer is not None:
            return _value(node, outer) if _kind(outer) == _USER else None
        return None
    if hasattr(node, "attr"):
        try:
            held = object.__getattribute__(_value(node.value, frame), "__dict__")
        except AttributeError:
            return None
        return held.get(node.attr)
    if hasattr(node, "elts"):
        return tuple(_value(element, frame) for element in node.elts)
    return getattr(node, "value", None) if type(node).__name__ == "Constant" else None
