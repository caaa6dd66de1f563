"""Stand-in for `atexit`: every process of the program has its own list.

Source of the behaviour: the documentation of Python 3.12's `atexit`.
"""

_registered = []


def register(func, /, *args, **kwargs):
    """Has `func` called when the program ends, the last registered first; returns `func`."""
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _registered.append((func, args, kwargs))
    return func


def unregister(func, /):
    """Takes out every registration of a function that equals `func`."""
    _registered[:] = [entry for entry in _registered if not entry[0] == func]


def _run_exitfuncs():
    while _registered:
        function, args, kwargs = _registered.pop()
        try:
            function(*args, **kwargs)
        except BaseException as error:
            from _braid_uncaught import ignored
            ignored(error, "in atexit callback", function)


def _clear():
    _registered.clear()


def _ncallbacks():
    return len(_registered)
