"""Commands started by an event loop: `subprocess.Popen` of the simulated shell, whose pipes and
end are waited for by threads of their own, so that the loop goes on.
"""

import threading
from asyncio import transports
from itertools import count

CHUNK_BYTES = 65536
_watchers = count()


class Pipe(transports.WriteTransport, transports.ReadTransport):
    """The program's end of one pipe."""

    def __init__(self, process, number, file):
        super().__init__({"pipe": file})
        self._process, self._number, self._file = process, number, file
        self._is_closing = self._is_reading = False

    def read_all(self):
        """Runs on a thread: passes on what comes until the end."""
        while data := self._file.read1(CHUNK_BYTES):
            self._process.tell(self._process.protocol.pipe_data_received, self._number, data)
        self._process.tell(self._process.pipe_lost, self._number, None)

    def write(self, data):
        if self._is_closing or not data:
            return
        try:
            self._file.write(bytes(data))
            self._file.flush()
        except (BrokenPipeError, ValueError) as error:
            self._lose(error)

    def close(self):
        if not self._is_closing:
            self._lose(None)

    def _lose(self, error):
        self._is_closing = True
        if self._number == 0:
            try:
                self._file.close()
            except (BrokenPipeError, ValueError):
                pass
            self._process.loop.call_soon(self._process.pipe_lost, 0, error)

    def is_closing(self):
        return self._is_closing

    def can_write_eof(self):
        return True

    def write_eof(self):
        self.close()

    def abort(self):
        self.close()

    def get_write_buffer_size(self):
        return 0

    def pause_reading(self):
        self._is_reading = False

    def resume_reading(self):
        self._is_reading = True


class Process(transports.SubprocessTransport):
    """A command that runs beside the loop."""

    def __init__(self, loop, protocol, popen, extra):
        super().__init__(extra)
        self.loop, self.protocol, self._popen = loop, protocol, popen
        self._extra["subprocess"] = popen
        self._returncode = None
        self._waiters = []
        self._is_closed = False
        files = enumerate((popen.stdin, popen.stdout, popen.stderr))
        self._pipes = {number: Pipe(self, number, file) for number, file in files if file}
        self._open = set(self._pipes)

    def begin(self):
        self.protocol.connection_made(self)
        for number in (1, 2):
            if number in self._pipes:
                name = f"std{'out' if number == 1 else 'err'} of {self._popen.pid}"
                self._thread(self._pipes[number].read_all, name)
        self._thread(self._await_end, f"asyncio-waitpid-{next(_watchers)}")

    @staticmethod
    def _thread(work, name):
        threading.Thread(target=work, name=name, daemon=True).start()

    def _await_end(self):
        self.tell(self._exited, self._popen.wait())

    def tell(self, function, *args):
        """Has the loop call a function, from another thread."""
        if not self.loop.is_closed():
            self.loop.call_soon_threadsafe(function, *args)

    def pipe_lost(self, number, error):
        self.protocol.pipe_connection_lost(number, error)
        self._open.discard(number)
        self._end_if_over()

    def _exited(self, code):
        self._returncode = code
        self.protocol.process_exited()
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(code)
        self._end_if_over()

    def _end_if_over(self):
        if self._returncode is not None and not self._open - {0}:
            self.protocol.connection_lost(None)

    async def _wait(self):
        if self._returncode is None:
            waiter = self.loop.create_future()
            waiter._braid_name = f"end of {self._popen.pid}"
            self._waiters.append(waiter)
            return await waiter
        return self._returncode

    def get_pid(self):
        return self._popen.pid

    def get_returncode(self):
        return self._returncode

    def get_pipe_transport(self, fd):
        return self._pipes.get(fd)

    def _check(self):
        if self._returncode is not None:
            raise ProcessLookupError()

    def send_signal(self, signal):
        self._check()
        self._popen.send_signal(signal)

    def terminate(self):
        self._check()
        self._popen.terminate()

    def kill(self):
        self._check()
        self._popen.kill()

    def is_closing(self):
        return self._is_closed

    def close(self):
        if not self._is_closed:
            self._is_closed = True
            if self._returncode is None and self._popen.poll() is None:
                self._popen.kill()


async def start(loop, protocol, command, options):
    """Starts a command and gives the transport that stands for it."""
    import subprocess
    extra = options.pop("extra", None)
    process = Process(loop, protocol, subprocess.Popen(command, **options), extra or {})
    process.begin()
    return process
