"""Stand-in for `multiprocessing.reduction`: how things are pickled to go to another process."""

import copyreg as _copyreg
import pickle as _pickle

from _braid_os import refusing as _refusing
from _braid_pickling import dumps as _dumps, loads as _loads

__all__ = ["send_handle", "recv_handle", "ForkingPickler", "register", "dump"]
HAVE_SEND_HANDLE = False


class ForkingPickler(_pickle.Pickler):
    """The pickler of multiprocessing."""

    loads = staticmethod(_loads)

    @classmethod
    def register(cls, type, reduce):
        """Has objects of a type pickled by a function."""
        _copyreg.pickle(type, reduce)

    @classmethod
    def dumps(cls, obj, protocol=None):
        return memoryview(_dumps(obj))


register = ForkingPickler.register


def dump(obj, file, protocol=None):
    """Pickles an object into a file."""
    file.write(_dumps(obj))


send_handle, recv_handle = (
    _refusing(f"multiprocessing.reduction.{name}()", "there are no handles of a real machine here")
    for name in ("send_handle", "recv_handle"))
