"""What CPython's exceptions say and the interpreter's leave out, put in before they are shown.

Enters: an exception. Leaves: the same one with the name that was not found, so that the module
`traceback` can say what was perhaps meant, and in CPython 3.12's words.
"""

import re
import sys

from _braid_error_words import reword

_LIBRARY = "/usr/lib/python3.12/"
_NO_NAME = re.compile(r"name '(\w+)' is not defined$")
_NO_VALUE = re.compile(r"local variable '(\w+)' referenced before assignment$")
_NO_MEMBER = re.compile(r"module '([\w.]+)' has no attribute '(\w+)'")
_NO_IMPORT = re.compile(r"cannot import name '(\w+)' from '([\w.]+)' \((.*)\)$")


def complete(error):
    """Adds what is missing to one exception; its causes are asked for on their own."""
    reword(error)
    if isinstance(error, UnicodeError):
        return
    if len(getattr(error, "args", ())) != 1 or type(error.args[0]) is not str:
        return
    if isinstance(error, NameError):
        _complete_name(error, error.args[0])
    elif isinstance(error, AttributeError):
        _complete_member(error, error.args[0])
    elif isinstance(error, ImportError):
        _complete_import(error, error.args[0])


def _complete_name(error, text):
    unset = _NO_VALUE.match(text)
    if unset:
        error.args = (f"cannot access local variable {unset[1]!r} where it is not associated with"
                      " a value",)
    found = _NO_NAME.match(text)
    if found and getattr(error, "name", None) is None:
        error.name = found[1]


def _complete_member(error, text):
    found = _NO_MEMBER.match(text)
    if found and error.name is None and found[1] in sys.modules:
        error.name, error.obj = found[2], sys.modules[found[1]]


def _complete_import(error, text):
    found = _NO_IMPORT.match(text)
    if found is None:
        return
    name, module, path = found.groups()
    error.name_from = name
    for home in ("/worker/python/", "/lib/python3.12/"):
        _, is_ours, rest = path.partition(home)
        if is_ours:
            path = _LIBRARY + rest
    error.msg = f"cannot import name {name!r} from {module!r} ({path})"
    error.args = (error.msg,)
    if error.name is None:
        error.name = module


def narrow(frame, error):
    """A method that is not there: CPython marks `lock.aquire`, the interpreter the whole call."""
    name = getattr(error, "name", None)
    if type(error) is not AttributeError or not name or frame.colno is None:
        return
    line = frame._original_line
    marked = line[frame.colno:] if frame.end_lineno != frame.lineno \
        else line[frame.colno:frame.end_colno]
    called = re.match(rf"(.*\.\s*{re.escape(name)})\s*\(", marked)
    if called:
        frame.end_lineno = frame.lineno
        frame.end_colno = frame.colno + called.end(1)
