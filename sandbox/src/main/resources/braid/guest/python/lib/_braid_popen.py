"""How a process of `multiprocessing` begins and ends, under the rules of spawning.

Enters: a Process object, pickled on one side and loaded on the other, in a world in which the
program's file has been run again. Leaves: its exit code.
"""

import sys
import threading

import _braid
import _braid_flushing
import _braid_pickling as pickling
import _braid_processes as processes
import _braid_worlds as worlds
from _braid_uncaught import show, tell

BOOTSTRAPPING = """
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable.

        To fix this issue, refer to the "Safe importing of main module"
        section in https://docs.python.org/3/library/multiprocessing.html
        """


class Popen:
    """A process that was started."""

    def __init__(self, process):
        with pickling.spawning():
            payload = pickling.dumps(process)
        self.returncode = None
        level = _log_level()
        self._task = processes.spawn(process.name, bool(process.daemon),
                                     lambda: _main(payload, level))
        self.pid = processes.pid_of(self._task)
        self.sentinel = self._task

    def poll(self):
        """Its exit code; None while it goes on."""
        self.returncode = processes.exit_code(self._task)
        return self.returncode

    def wait(self, limit):
        if self.returncode is None:
            processes.join(self._task, limit)
        return self.poll()

    def end(self, signal):
        processes.kill(self._task, signal)


def _log_level():
    """That of the logger of `multiprocessing`, which new processes take over; None without it."""
    logger = worlds.here.state.get("mp_logger")
    return logger and logger.getEffectiveLevel()


def _main(payload, level):
    """What a new process does first: run the program's file again, then what it was started for."""
    from multiprocessing import process as parts, util
    if level is not None:
        util.get_logger().setLevel(level)
    desk = parts._desk()
    desk.current._inheriting = True
    try:
        processes.import_main()
        process = pickling.loads(payload)
    except SystemExit as error:
        return _code_of(error)
    except BaseException as error:
        _report(error)
        return 1
    finally:
        desk.current._inheriting = False
    desk.current = process
    process._popen, process._life = None, _braid.thing()
    desk.parent = parts._ParentProcess(process._parent_name, process._parent_pid)
    code = process._bootstrap()
    atexit = sys.modules.get("atexit")
    if atexit is not None:
        atexit._run_exitfuncs()
    _braid_flushing.flush_at_the_end()
    return code


def _bootstrap(self):
    """Runs a Process object in its process; gives the exit code."""
    from multiprocessing import util
    code = 1
    util.info("child process calling self.run()")
    try:
        try:
            self.run()
            code = 0
        finally:
            util._exit_function()
    except SystemExit as error:
        code = _code_of(error)
    except BaseException as error:
        _braid_flushing.flush()
        _braid_flushing.complain(f"Process {self.name}:\n")
        _report(error)
    finally:
        threading._shutdown()
        util.info("process exiting with exitcode %d", code)
        _braid_flushing.flush()
    return code


def _code_of(error):
    if error.code is None:
        return 0
    if isinstance(error.code, int):
        return error.code
    _braid_flushing.complain(f"{error.code}\n")
    return 1


def _report(error):
    if sys.stderr is not None:
        show(error, sys.stderr)
    tell(error)
    _braid_flushing.flush()
