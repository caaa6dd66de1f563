"""How the values of an iterator reach a pool's workers: one by one, by a thread.

`imap` takes the values of a list at once; those of a generator are taken by a thread of the pool's
home while its workers are busy already, as in CPython, and no faster than the pipe to them empties.
"""

import itertools
import threading
from sys import _getframe

from _braid_futures import call_text


def is_lazy(iterable):
    return iter(iterable) is iterable


def chunks(values, size):
    """The values in tuples of so many."""
    values = iter(values)
    return iter(lambda: tuple(itertools.islice(values, size)), ())


def feed(pool, stream, pieces, put):
    """Has a thread put every piece; `put` gets its number and the piece, or the error of the
    iterator."""
    def run():
        number = 0
        try:
            for number, piece in enumerate(pieces, 1):
                if pool._state == "TERMINATE":
                    return
                put(number - 1, piece, None)
                pool._shared.store.flush()
        except Exception as error:
            _getframe()  # as in _braid_pool.worker
            put(number, None, error)
            number += 1
        finally:
            pool._feeding -= 1
            stream.end(number)
            if pool._state == "CLOSE" and not pool._feeding:
                pool._stop_workers()

    pool._feeding += 1
    threading.Thread(target=run, daemon=True, name=f"{pool._name}._handle_tasks").start()


def reraised(error):
    raise error


def text_of(func, chunk, is_spread=False):
    """How the calls for some values are shown."""
    text = call_text(func, tuple(chunk[0]) if is_spread else (chunk[0],))
    return text if len(chunk) == 1 else f"{text} … {len(chunk)} calls"
