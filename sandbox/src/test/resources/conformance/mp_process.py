"""multiprocessing.Process and module functions, under the start method spawn."""
import multiprocessing as mp
import os
import random
import sys
import threading
import time

shared = []
imported_as = __name__


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except BaseException as error:
        assert type(error) is kind, (type(error), error)
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


class Thing:
    def __init__(self, value):
        self.value = value


class Worker(mp.Process):
    def __init__(self, queue):
        super().__init__(name="special")
        self.queue = queue

    def run(self):
        self.queue.put((self.name, mp.current_process() is self, type(self).__name__))


def look(queue, thing):
    shared.append(1)
    os.environ["BRAID_CHILD"] = "yes"
    me = mp.current_process()
    queue.put({
        "name": me.name, "pid": os.getpid() == me.pid, "parent": mp.parent_process().pid,
        "ppid": os.getppid(), "main": imported_as, "thread": threading.current_thread().name,
        "threads": threading.active_count(), "is_main":
            threading.current_thread() is threading.main_thread(),
        "shared": shared, "thing": type(thing) is Thing and thing.value, "daemon": me.daemon,
        "module": sys.modules["__main__"].__name__, "children": mp.active_children(),
        "thread_name": threading.Thread().name})


def leave(how):
    if how == "exit":
        sys.exit(7)
    if how == "text":
        sys.exit("bye")
    if how == "_exit":
        os._exit(9)
    if how == "none":
        sys.exit()


def draw(queue):
    queue.put(random.random())


def busy():
    while True:
        time.sleep(0.01)


def child_of_child(queue):
    mp.Process(target=queue.put, args=(mp.current_process().name,)).start()
    inner = mp.Process(target=print)
    queue.put(inner.name)


def daemon_child(queue):
    queue.put(raised(AssertionError, mp.Process(target=print).start))


def main():
    mp.set_start_method("spawn")
    assert raised(RuntimeError, mp.set_start_method, "spawn") == "context has already been set"
    assert mp.get_start_method() == "spawn" and "spawn" in mp.get_all_start_methods()
    assert raised(ValueError, mp.get_context, "teleport") == "cannot find context for 'teleport'"
    assert mp.get_context("spawn").Process(target=print).name == "SpawnProcess-1"
    assert raised(ValueError, mp.get_context("spawn").set_start_method, "spawn") == \
        "cannot set start method of concrete context"
    me = mp.current_process()
    assert me.name == "MainProcess" and me.pid == os.getpid() and me.is_alive()
    assert repr(me) == "<_MainProcess name='MainProcess' parent=None started>"
    assert mp.parent_process() is None and mp.active_children() == [] and mp.cpu_count() >= 1
    assert me.exitcode is None and me.daemon is False
    queue = mp.Queue()

    # Life
    process = mp.Process(target=look, args=(queue, Thing(5)))
    assert process.name == "Process-2" and process.pid is None and process.exitcode is None
    assert not process.is_alive() and repr(process) == \
        f"<Process name='Process-2' parent={os.getpid()} initial>"
    assert raised(AssertionError, process.join) == "can only join a started process"
    assert raised(ValueError, lambda: process.sentinel) == "process not started"
    process.start()
    assert process.is_alive() and process.pid > 0 and process.ident == process.pid
    assert mp.active_children() == [process]
    assert raised(AssertionError, process.start) == "cannot start a process twice"
    seen = queue.get()
    process.join()
    assert process.exitcode == 0 and not process.is_alive() and mp.active_children() == []
    assert repr(process) == (f"<Process name='Process-2' pid={process.pid} parent={os.getpid()} "
                             "stopped exitcode=0>")
    assert seen == {
        "name": "Process-2", "pid": True, "parent": os.getpid(), "ppid": os.getpid(),
        "main": "__mp_main__", "thread": "MainThread", "threads": seen["threads"], "is_main": True,
        "shared": [1], "thing": 5, "daemon": False, "module": "__mp_main__", "children": [],
        "thread_name": seen["thread_name"]}, seen
    assert seen["threads"] <= 2 and seen["thread_name"].startswith("Thread-")
    assert shared == [] and "BRAID_CHILD" not in os.environ
    process.close()
    assert raised(ValueError, process.is_alive) == "process object is closed"
    assert raised(ValueError, process.join) == "process object is closed"
    assert repr(process) == f"<Process name='Process-2' parent={os.getpid()} closed>"

    # Names, subclasses, daemons
    worker = Worker(queue)
    worker.start()
    assert queue.get() == ("special", True, "Worker")
    worker.join()
    assert mp.Process(target=print, name="own").name == "own"
    assert raised(AssertionError, mp.Process, 1) == "group argument must be None for now"
    daemon = mp.Process(target=daemon_child, args=(queue,), daemon=True)
    assert daemon.daemon and "daemon>" in repr(daemon)
    daemon.start()
    assert queue.get() == "daemonic processes are not allowed to have children"
    daemon.join()
    assert raised(AssertionError, setattr, daemon, "daemon", False) == "process has already started"
    nested = mp.Process(target=child_of_child, args=(queue,))
    nested.start()
    names = {queue.get(), queue.get()}
    nested.join()
    assert names == {nested.name, f"Process-{nested.name.rpartition('-')[2]}:2"}, names

    # How it ends
    for how, code in (("exit", 7), ("text", 1), ("_exit", 9), ("none", 0), ("simply", 0)):
        ending = mp.Process(target=leave, args=(how,))
        ending.start()
        ending.join()
        assert ending.exitcode == code, (how, ending.exitcode)
    for method, signal in (("terminate", 15), ("kill", 9)):
        victim = mp.Process(target=busy)
        victim.start()
        assert victim.join(0.05) is None and victim.is_alive()
        assert raised(ValueError, victim.close).startswith("Cannot close a process while it is st")
        getattr(victim, method)()
        victim.join()
        assert victim.exitcode == -signal
        assert f"exitcode=-SIG{'TERM' if signal == 15 else 'KILL'}" in repr(victim)
    assert mp.connection.wait([victim.sentinel], 5) == [victim.sentinel]

    # What cannot be sent
    assert raised(AttributeError, mp.Process(target=lambda: 1).start) == \
        "Can't pickle local object 'main.<locals>.<lambda>'"
    assert raised(TypeError, mp.Process(target=print, args=(threading.Lock(),)).start) == \
        "cannot pickle '_thread.lock' object"
    assert raised(TypeError, mp.Process(target=print, args=((x for x in ()),)).start) == \
        "cannot pickle 'generator' object"

    assert repr(exit) == "Use exit() or Ctrl-D (i.e. EOF) to exit"
    assert raised(SystemExit, exit, 4) == "4"

    # Chance differs between processes
    drawing = [mp.Process(target=draw, args=(queue,)) for _ in range(2)]
    for each in drawing:
        each.start()
    assert queue.get() != queue.get()
    for each in drawing:
        each.join()
    print("ok")


if __name__ == "__main__":
    import multiprocessing.connection
    main()
