"""Functions that CPython has in C: no methods of a class that holds them, shown as built in."""
import _thread
import os
import pickle
import queue
import subprocess
import sys
import threading
import time


class Holder:
    make = threading.Lock
    allocate = _thread.allocate_lock
    clock = time.perf_counter_ns
    ident = threading.get_ident
    begin = _thread.start_new_thread


class Spoilt(queue.Queue):
    """A queue whose hooks fail when they are told to."""

    fails = False

    def _get(self):
        if self.fails:
            raise LookupError("get")
        return super()._get()

    def _put(self, item):
        if self.fails:
            raise LookupError("put")
        super()._put(item)


def main():
    holder = Holder()
    assert not holder.make().locked() and not holder.allocate().locked()
    assert holder.clock() > 0 and holder.ident() == threading.main_thread().ident
    begun = threading.Event()
    holder.begin(begun.set, ())
    assert begun.wait(5)
    assert repr(time.sleep) == "<built-in function sleep>"
    assert repr(threading.Lock) == "<built-in function allocate_lock>"
    assert type(time.time).__name__ == "builtin_function_or_method"
    assert pickle.loads(pickle.dumps(time.sleep)) is time.sleep

    # a hook that fails takes nothing and gives nothing
    spoilt = Spoilt(2)
    spoilt.put("first")
    spoilt.fails = True
    for call in spoilt.get, lambda: spoilt.get(timeout=0.1), lambda: spoilt.put("second"):
        try:
            call()
        except LookupError:
            assert spoilt.qsize() == 1
        else:
            raise AssertionError("it did not fail")
    spoilt.fails = False
    assert spoilt.get(timeout=0.1) == "first" and spoilt.empty()

    # another interpreter, with options, and with an end that goes wrong
    said = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "ignore", "-IBu", "-c", "print('other')"],
        capture_output=True, text=True)
    assert (said.returncode, said.stdout) == (0, "other\n"), said
    late = "import threading as t\n" \
           "def again(): t._register_atexit(print)\n" \
           "t._register_atexit(again)"
    said = subprocess.run([sys.executable, "-c", late], capture_output=True, text=True)
    assert said.returncode == 0 and "can't register atexit after shutdown" in said.stderr, said

    # the machine
    assert os.sysconf("SC_NPROCESSORS_ONLN") == os.cpu_count()
    assert os.sysconf("SC_SEM_NSEMS_MAX") == -1
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError as error:
        assert error.errno == 10
    else:
        raise AssertionError("there is no child")
    print("ok")


if __name__ == "__main__":
    main()
