"""Words for tasks, coroutines and futures: names of lanes, how futures stand, and reprs as
CPython makes them.
"""

import _braid
from _braid_frames import LIBRARY
from _braid_labels import label
from _braid_unawaited import qualified


def code_name(coroutine):
    """The name of the function a coroutine runs, None where it is not written in Python."""
    code = getattr(coroutine, "cr_code", None) or getattr(coroutine, "gi_code", None)
    return None if code is None else code.co_name


def name_of(task):
    coroutine = code_name(task._coro)
    name = task._name
    return f"{name} ({coroutine})" if coroutine and name.startswith("Task-") else name


def failure(task):
    if task._state == "CANCELLED":
        error = "CancelledError"
        return f"{error}: {task._cancel_message}" if task._cancel_message else error
    if task._exception is None:
        return ""
    text = text_of(task._exception)
    kind = type(task._exception).__name__
    return f"{kind}: {text}" if text else kind


def text_of(error):
    try:
        return str(error)
    except Exception:
        return "<exception str() failed>"


def kind_of(future, task):
    """What a future of the library's is for: from the coroutine that awaits it."""
    if type(future).__name__ == "_GatheringFuture":
        return "gather"
    coroutine = None if task is None else task._coro
    while type(getattr(coroutine, "cr_await", None)) is type(coroutine) is not type(None):
        coroutine = coroutine.cr_await
    name = code_name(coroutine)
    path = "" if name is None else coroutine.cr_code.co_filename
    return _PURPOSES.get(name, f"{name}()") if "/asyncio/" in path else "future"


_PURPOSES = {"_wait": "wait()", "_wait_for_one": "as_completed()", "_aexit": "TaskGroup",
             "_wait_for_data": "data to read", "_cancel_and_wait": "wait_for()",
             "_drain_helper": "room to write"}


def seen(future):
    """How a future stands, and its value or error."""
    if future._state == "PENDING":
        return "pending", ""
    if future._state == "CANCELLED":
        return "cancelled", ""
    if future._exception is not None:
        return "failed", text_of(future._exception) or type(future._exception).__name__
    return "done", label(future._result)


def formatted(text, coroutine):
    """What a task's repr says of its coroutine, with its name and the library where CPython is."""
    code = getattr(coroutine, "cr_code", None) or getattr(coroutine, "gi_code", None)
    if code is None:
        return text
    name = qualified(code)
    _, is_library, path = code.co_filename.rpartition("/lib/python3.12/")
    text = text.replace(f"<{type(coroutine).__name__} without __name__>", name)
    if text.endswith(":-1"):  # the interpreter knows no line of what runs or has not begun
        is_running = getattr(coroutine, "cr_running", getattr(coroutine, "gi_running", False))
        text = f"{text[:-2]}{_braid.line() if is_running else code.co_firstlineno}"
    return text.replace(code.co_filename, LIBRARY + path) if is_library else text


def source_of(standard):
    """Where a function is written, with the library where CPython has it."""
    def source(function):
        found = standard(function)
        if found is None:
            return None
        _, is_library, path = found[0].rpartition("/lib/python3.12/")
        return (LIBRARY + path, found[1]) if is_library else found
    return source


def callback_of(standard):
    return lambda *given: standard(*given).replace("Task.__wakeup()", "Task.task_wakeup()")


def check_pending(future):
    """A future is done once; CPython, which has it in C, says it in these words."""
    if future._state != "PENDING":
        from asyncio import InvalidStateError
        raise InvalidStateError("invalid state")
