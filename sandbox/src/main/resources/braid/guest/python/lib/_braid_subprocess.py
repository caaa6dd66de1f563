"""`subprocess.Popen` over the simulated shell: a command is a process of the run, with its lane.

Everything else of the standard module (`run`, `check_output`, the errors …) stays as it is. Read
`_braid_shell` for what commands there are.
"""

import io
from os import fsdecode as _fsdecode

import _braid
import _braid_processes as processes
import _braid_shell as shell
import _braid_stores as stores
from _braid_seconds import FOREVER, patience

PIPE, STDOUT, DEVNULL = -1, -2, -3
_module = None


def connect(module):
    """Has the standard module start our processes."""
    global _module
    _module = module
    module.Popen = Popen
    Popen.__module__ = "subprocess"


class _Reader(io.RawIOBase):
    """The program's end of a pipe that a command writes to."""

    def __init__(self, store):
        self.store = store
        self._rest = b""
        self._is_over = False

    def readable(self):
        return True

    def take(self, limit):
        """The next bytes; b"" at the end; None when there were none in time."""
        if self._rest:
            rest, self._rest = self._rest, b""
            return rest
        if self._is_over:
            return b""
        data = self.store.get(limit)
        self._is_over = data == b""
        return data

    def readinto(self, buffer):
        data = self.take(FOREVER)
        size = min(len(data), len(buffer))
        buffer[:size] = data[:size]
        self._rest = data[size:]
        return size


class _Writer(io.RawIOBase):
    """The program's end of a pipe that a command reads from."""

    def __init__(self, store, popen):
        self._store, self._popen = store, popen

    def writable(self):
        return True

    def write(self, data):
        data = bytes(data)
        if self._popen.poll() is not None:
            raise BrokenPipeError(32, "Broken pipe")
        if data:
            self._store.put(data, stores.shown(data), FOREVER)
        return len(data)

    def close(self):
        if not self.closed:
            self._store.put(b"", "end", FOREVER)
        super().close()


class Popen:
    """A command that runs beside the program."""

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None,
                 preexec_fn=None, close_fds=True, shell=False, cwd=None, env=None,
                 universal_newlines=None, startupinfo=None, creationflags=0, restore_signals=True,
                 start_new_session=False, pass_fds=(), *, user=None, group=None, extra_groups=None,
                 encoding=None, errors=None, text=None, umask=-1, pipesize=-1, process_group=None):
        if bufsize is not None and not isinstance(bufsize, int):
            raise TypeError("bufsize must be an integer")
        if text is not None and universal_newlines is not None \
                and bool(universal_newlines) != bool(text):
            raise _module.SubprocessError("Cannot disambiguate when both text and "
                                          "universal_newlines are supplied but different. "
                                          "Pass one or the other.")
        self.args = args
        self.returncode = None
        self.text_mode = bool(encoding or errors or text or universal_newlines)
        self.encoding, self.errors = encoding, errors
        self.stdin = self.stdout = self.stderr = None
        self._kept = {}
        command = self._command(args, shell, executable)
        self._connect(command, stdin, stdout, stderr, env)

    def _command(self, args, is_shell, executable):
        if isinstance(args, (str, bytes)):
            words = [_fsdecode(args)]
        else:
            words = [_fsdecode(word) for word in args]
        if is_shell:
            return shell.Script(words[0])
        if executable is not None:
            words[0] = _fsdecode(executable)
        if not shell.exists(words[0]):
            raise FileNotFoundError(2, "No such file or directory", words[0])
        return shell.Words(words)

    def _connect(self, command, stdin, stdout, stderr, env):
        name = command.name
        given = shell.Streams(environment=_environment(env))
        if stdin == PIPE:
            inbox = stores.made(f"stdin of {name}", _braid.line())
            given.stdin = inbox
            self.stdin = self._file(io.BufferedWriter(_Writer(inbox, self)), True)
        elif stdin is not None and stdin != DEVNULL:
            given.stdin = _store_of(stdin)
        given.stdout, self.stdout = self._output(stdout, f"stdout of {name}", shell.INHERITED_OUT)
        if stderr == STDOUT:
            given.stderr = given.stdout
        else:
            given.stderr, self.stderr = self._output(stderr, f"stderr of {name}",
                                                     shell.INHERITED_ERR)
        self._task = processes.spawn(name, True, lambda: shell.execute(command, given))
        self.pid = processes.pid_of(self._task)
        processes.when_ended(self._task, given.close)

    def _output(self, wanted, name, inherited):
        if wanted is None:
            return inherited, None
        if wanted == DEVNULL:
            return shell.NOWHERE, None
        if wanted == PIPE:
            store = stores.made(name, _braid.line())
            return store, self._file(io.BufferedReader(_Reader(store)), False)
        number = wanted if isinstance(wanted, int) else wanted.fileno()
        return (shell.INHERITED_ERR if number == 2 else shell.INHERITED_OUT), None

    def _file(self, binary, is_writer):
        if not self.text_mode:
            return binary
        return io.TextIOWrapper(binary, encoding=self.encoding or "utf-8", errors=self.errors,
                                write_through=is_writer)

    @property
    def universal_newlines(self):
        return self.text_mode

    def __repr__(self):
        text = f"<Popen: returncode: {self.returncode} args: {self.args!r}>"
        return text if len(text) <= 80 else text[:76] + "...>"

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        for file in (self.stdout, self.stderr):
            if file:
                file.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            self.wait()

    def poll(self):
        """The exit code; None while the command goes on."""
        if self.returncode is None:
            self.returncode = processes.exit_code(self._task)
        return self.returncode

    def wait(self, timeout=None):
        """Waits for the command to end; gives its exit code."""
        if self.poll() is None:
            processes.join(self._task, patience(timeout))
            if self.poll() is None:
                raise _module.TimeoutExpired(self.args, timeout)
        return self.returncode

    def communicate(self, input=None, timeout=None):
        """Sends the input, reads to the end, and waits for the command."""
        end = None if timeout is None else _braid.now() + patience(timeout)
        if self.stdin and not self.stdin.closed:
            self._send(input)
        found = []
        for name in ("stdout", "stderr"):
            file = getattr(self, name)
            found.append(None if file is None else self._read(name, file, end, timeout))
        left = None if end is None else max(0, end - _braid.now()) / 1e9
        try:
            self.wait(left)
        except _module.TimeoutExpired:
            raise self._expired(timeout) from None
        for file in (self.stdout, self.stderr):
            if file is not None:
                file.close()
        return tuple(self._translated(data) for data in found)

    def _send(self, input):
        try:
            if input:
                self.stdin.write(input)
            self.stdin.close()
        except BrokenPipeError:
            pass

    def _read(self, name, file, end, timeout):
        raw = getattr(file, "buffer", file).raw
        kept = self._kept.setdefault(name, [])
        while True:
            data = raw.take(FOREVER if end is None else max(0, end - _braid.now()))
            if data is None:
                raise self._expired(timeout)
            if not data:
                return b"".join(kept)
            kept.append(data)

    def _expired(self, timeout):
        output = b"".join(self._kept.get("stdout", ())) or None
        error = b"".join(self._kept.get("stderr", ())) or None
        return _module.TimeoutExpired(self.args, timeout, output=output, stderr=error)

    def _translated(self, data):
        if data is None or not self.text_mode:
            return data
        text = data.decode(self.encoding or "utf-8", self.errors or "strict")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def send_signal(self, sig):
        """Sends a signal; nothing happens where the command has ended."""
        if self.poll() is None:
            processes.kill(self._task, int(sig))

    def terminate(self):
        self.send_signal(15)

    def kill(self):
        self.send_signal(9)


def _environment(given):
    """The variables of a command as text; None for those of the program."""
    if given is None:
        return None
    found = {_fsdecode(name): _fsdecode(value) for name, value in given.items()}
    if any("=" in name for name in found):
        raise ValueError("illegal environment variable name")
    return found


def _store_of(file):
    raw = getattr(getattr(file, "buffer", file), "raw", None)
    if not isinstance(raw, _Reader):
        file.fileno()
        return None
    return raw.store
