"""What a program asks of the operating system: answered as far as it is modelled, else refused.

Dresses the modules `os`, `socket` and `subprocess`. A refusal ends the run with a sentence that
names the line; what CPython lacks on some systems is simply not there.
"""

import _braid
import _braid_flushing

HOST = "braid"
_UNMODELLED = {
    "execv": "it would replace the program", "execve": "it would replace the program",
    "execvp": "it would replace the program", "execvpe": "it would replace the program",
    "execl": "it would replace the program", "execlp": "it would replace the program",
    "posix_spawn": "use subprocess", "posix_spawnp": "use subprocess", "spawnv": "use subprocess",
    "spawnl": "use subprocess", "spawnlp": "use subprocess", "spawnvp": "use subprocess",
    "wait": "join the process instead",
    "forkpty": "there is no terminal", "openpty": "there is no terminal",
    "pipe": "use multiprocessing.Pipe",
}


def refusing(what, why):
    """A function that cannot be modelled; it says so in `braid_refusal`."""
    def call(*_args, **_kwargs):
        _braid.refuse(f"{what} cannot be modelled: {why}")
    call.__name__ = call.__qualname__ = what.rpartition(".")[2].rstrip("()")
    call.braid_refusal = why
    return call


def dress_os(module):
    """Numbers of processes, chance, cores and the end of a process are those of the run."""
    module.urandom = _urandom
    module.getpid, module.getppid = getpid, getppid
    module.cpu_count = _braid.cores
    module.sched_getaffinity = lambda pid=0, /: set(range(_braid.cores()))
    module._exit, module.kill, module.system = _exit, kill, system
    module.waitpid = waitpid
    module.sysconf = _sysconf(module)
    for name, why in _UNMODELLED.items():
        if hasattr(module, name):
            setattr(module, name, refusing(f"os.{name}()", why))


def _sysconf(module):
    """The cores are those of the simulated machine, which has no end of semaphores."""
    standard, numbers = module.sysconf, module.sysconf_names
    own = {"SC_NPROCESSORS_ONLN": _braid.cores, "SC_NPROCESSORS_CONF": _braid.cores,
           "SC_SEM_NSEMS_MAX": lambda: -1}
    own.update((numbers[name], value) for name, value in list(own.items()))

    def sysconf(name, /):
        return own[name]() if name in own else standard(name)

    return sysconf


def _urandom(size, /):
    import _braid_chance
    return _braid_chance.urandom(size)


def getpid():
    import _braid_processes
    return _braid_processes.getpid()


def getppid():
    import _braid_processes
    return _braid_processes.getppid()


def _exit(status):
    import _braid_processes
    _braid_processes.leave(status)


def kill(pid, signal, /):
    """Sends a signal to a process of the program."""
    import _braid_processes as processes
    task = processes.task_of(pid)
    if task < 0 or processes.has_finished(task):
        raise ProcessLookupError(3, "No such process")
    if not signal:
        return
    processes.kill(task, int(signal))


def waitpid(pid, options, /):
    """Whether a child has ended, of those nobody has joined; waiting for one is for `join`."""
    import _braid_processes as processes
    if not processes.has_children():
        raise ChildProcessError(10, "No child processes")
    if options & 1:
        return 0, 0
    _braid.refuse("os.waitpid() cannot be modelled: join the process instead")


def system(command):
    """Runs a command by the simulated shell; gives its exit status times 256."""
    import subprocess
    _braid_flushing.flush()
    code = subprocess.Popen(command, shell=True).wait()
    return code << 8 if code >= 0 else -code


def dress_socket(module):
    """No sockets: there is no network but the simulated internet."""
    why = ("there is no network here; urllib.request, http.client, requests and aiohttp reach a "
           "simulated one")

    class socket(module.socket):
        def __init__(self, *_args, **_kwargs):
            _braid.refuse(f"socket.socket() cannot be modelled: {why}")

    module.socket = module.SocketType = socket
    for name in ("create_connection", "create_server", "getaddrinfo", "socketpair", "fromfd",
                 "gethostbyname", "gethostbyaddr"):
        setattr(module, name, refusing(f"socket.{name}()", why))
    module.gethostname = lambda: HOST
    module.getfqdn = lambda name="": name or HOST


def dress_subprocess(module):
    """Processes are those of the simulated shell."""
    import _braid_subprocess
    _braid_subprocess.connect(module)
