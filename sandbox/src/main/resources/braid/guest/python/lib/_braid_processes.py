"""Processes of the program: tasks of the kernel, each with a world of its own (spawn rules).

A process is known by its pid: 4096 and the number of its task. Read `_braid_worlds` first.
"""

import sys

import _braid
import _braid_worlds as worlds

PID_FIRST = 4096
SHELL_PID = 4000
SIGNALS = {1: "SIGHUP", 2: "SIGINT", 3: "SIGQUIT", 6: "SIGABRT", 9: "SIGKILL", 10: "SIGUSR1",
           12: "SIGUSR2", 14: "SIGALRM", 15: "SIGTERM"}

_exit_codes = {}
_pythons = {0}
_parents = {0: -1}
_endings = {}
_finishing = {}  # by task: the thing that changes when it comes to its end
_bootstrap_errors = {}


def getpid():
    """The number of the present process."""
    return PID_FIRST + worlds.here.process


def getppid():
    """The number of the process that started it; that of a shell for the program itself."""
    parent = _parents[worlds.here.process]
    return SHELL_PID if parent < 0 else PID_FIRST + parent


def pid_of(task):
    return PID_FIRST + task


def task_of(pid):
    """The process with this pid, -1 for none."""
    task = pid - PID_FIRST
    return task if task in _parents else -1


def has_children():
    """Whether a child of the present process is still alive."""
    here = worlds.here.process
    _braid.look()
    return any(parent == here and not is_over(task) for task, parent in _parents.items())


def spawn(name, is_daemon, body):
    """Starts a process that runs `body` in a new world; gives its task."""
    task = _braid.process_task(name, is_daemon)
    worlds.begin(task, name)
    _parents[task] = worlds.here.process
    _finishing[task] = _braid.thing()

    def run():
        _begin()
        code = 1
        try:
            code = body()
        finally:
            finish(task, code)

    _braid.start(task, run)
    return task


def _begin():
    """The main thread of the new process, and its clean desk."""
    thread = sys.modules["_braid_thread"]
    main = thread._MainThread.__new__(thread._MainThread)
    main._daemonic = False
    thread.active[thread.get_ident()] = main
    thread._MainThread.__init__(main)
    thread.main_thread = sys.modules["threading"]._main_thread = main


def begin_python():
    """The present process is an interpreter of Python, which has its ways with signals."""
    _pythons.add(worlds.here.process)


def is_python(task):
    return task in _pythons


def import_main(name="__mp_main__"):
    """Runs the program's file in this world, under another name, as spawning does."""
    begin_python()
    main = type(sys)(name)
    original = worlds.main_module()
    main.__file__ = original.__file__
    main.__loader__ = original.__loader__
    main.__builtins__ = original.__builtins__
    sys.modules["__main__"] = sys.modules["__mp_main__"] = main
    exec(_braid.main_code, main.__dict__)
    return main


def finish(task, code):
    """Notes how a process has ended, and tells who wants to know."""
    if task in _exit_codes:
        return
    _exit_codes[task] = code
    if task in _finishing:
        _braid.thing_touch(_finishing[task], True)
    for call in _endings.pop(task, ()):
        call()


def note_bootstrap_error(error):
    """The present process has tried to start another while it was beginning itself."""
    _bootstrap_errors[_braid.process()] = error


def bootstrap_error(task):
    """The error that kept a process from ever beginning, None for none."""
    return _bootstrap_errors.get(task)


def when_ended(task, call):
    """Has `call` called by whoever ends the process; at once if it has ended."""
    if task in _exit_codes:
        call()
    else:
        _endings.setdefault(task, []).append(call)


def forget(task, call):
    """Takes a call of `when_ended` back."""
    if call in _endings.get(task, ()):
        _endings[task].remove(call)


def exit_code(task):
    """0 or more, minus the number of a signal, or None while it goes on."""
    return _exit_codes.get(task) if not _braid.alive(task) else None


def join(task, limit):
    return _braid.join(task, limit)


def kill(task, signal):
    """Sends a signal to a process: it handles it, or ends wherever it is; what it holds stays."""
    if task in _exit_codes and not _braid.alive(task):
        return
    from _braid_signals import is_taken
    if not is_taken(task, signal, _braid.interrupt):
        end_by(task, signal)


def end_by(task, signal):
    """Ends a process by a signal nobody handles."""
    if task == _braid.process():
        leave(-signal)
    if task == 0:
        _end_program(-signal)
    _braid.kill(task, SIGNALS.get(signal, f"signal {signal}"))
    finish(task, -signal)


def leave(code):
    """Ends the present process at once (`os._exit`)."""
    task = _braid.process()
    if task == 0:
        _end_program(code)
    finish(task, code)
    _braid.exit("" if code == 0 else f"exit code {code}")


def _end_program(code):
    if code:
        _braid.uncaught("SystemExit", str(code), _braid.line())
    _braid.exit("")


def raw_exit_code(task):
    """As `exit_code`, also in the last moments of the process."""
    return _exit_codes.get(task)


def kill_from_home(home, task):
    """Ends a process on behalf of the one that started it."""
    if task != _braid.process():
        kill(task, 15)


def has_finished(task):
    """Whether a process has come to its end."""
    _braid.look()
    return is_over(task)


def is_over(task):
    """As `has_finished`, where others can go first no more."""
    if task in _finishing:
        _braid.thing_touch(_finishing[task], False)
    return task in _exit_codes
