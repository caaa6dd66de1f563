"""What crosses between processes: real pickles, with CPython's errors for what cannot be pickled."""

import copyreg
import io
import pickle

_spawning = 0
# Functions that stand in for built-in ones are static methods, lest a class binds them.
copyreg.pickle(staticmethod, lambda function: function.__qualname__)


class spawning:
    """While a process is being started, its arguments may hold what is only inherited."""

    def __enter__(self):
        global _spawning
        _spawning += 1

    def __exit__(self, *_):
        global _spawning
        _spawning -= 1


def assert_spawning(holder):
    """Raises CPython's error for sending what a process can only inherit."""
    if not _spawning:
        raise RuntimeError(f"{type(holder).__name__} objects should only be shared between processes"
                           " through inheritance")


def dumps(value):
    """The value as bytes."""
    try:
        return pickle.dumps(value)
    except (pickle.PicklingError, AttributeError) as error:
        raise _as_cpython_says(value, error) from None


def loads(data):
    return pickle.loads(data)


class _Search(pickle._Pickler):
    """Finds out which object it is that has no name to be pickled by."""

    def save_global(self, obj, name=None):
        name = name or getattr(obj, "__qualname__", None) or obj.__name__
        module = pickle.whichmodule(obj, name)
        if "<locals>" in name.split("."):
            raise _Found(AttributeError(f"Can't pickle local object {name!r}"))
        try:
            super().save_global(obj, name)
        except pickle.PicklingError as error:
            if "not the same object" in str(error):
                text = f"Can't pickle {obj!r}: it's not the same object as {module}.{name}"
            else:
                text = f"Can't pickle {obj!r}: attribute lookup {name} on {module} failed"
            raise _Found(pickle.PicklingError(text)) from None

    dispatch = dict(pickle._Pickler.dispatch)
    dispatch[type(dumps)] = save_global


class _Found(Exception):
    """Carries the error out of the pickler."""


def _as_cpython_says(value, error):
    try:
        _Search(io.BytesIO()).dump(value)
    except _Found as found:
        return found.args[0]
    except Exception:
        return error
    return error
