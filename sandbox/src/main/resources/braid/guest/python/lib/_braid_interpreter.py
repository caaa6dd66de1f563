"""`python -c …` of the simulated shell: another program, in a world of its own."""

import io
import re
import sys

import _braid
import _braid_flushing
import _braid_processes as processes
import _braid_worlds as worlds

_VERSION = "3.12.8"


class _Input(io.RawIOBase):
    """Standard input of the other program."""

    def __init__(self, streams):
        self._streams, self._rest = streams, b""

    def readable(self):
        return True

    def readinto(self, buffer):
        data = self._rest or self._streams.read()
        size = min(len(data), len(buffer))
        buffer[:size] = data[:size]
        self._rest = data[size:]
        return size


def run(words, streams):
    """Runs the program that the words name; gives its exit code."""
    arguments = _without_options(words[1:])
    if arguments[:1] in (["--version"], ["-V"]):
        streams.write(f"Python {_VERSION}\n".encode())
        return 0
    if arguments[:1] == ["-c"] and len(arguments) > 1:
        return _run(arguments[1], "<string>", ["-c"] + arguments[2:], streams)
    if arguments[:1] in ([], ["-"]):
        text = b"".join(iter(streams.read, b"")).decode()
        return _run(text, "<stdin>", arguments or [""], streams)
    if arguments[0] == worlds.main_module().__file__:
        return _run(_braid.main_code, arguments[0], arguments, streams)
    if arguments[0] == "-m":
        streams.complain(f"{words[0]}: No module named {' '.join(arguments[1:2])}")
        return 1
    streams.complain(f"{words[0]}: can't open file '{arguments[0]}': [Errno 2] No such file or "
                     "directory")
    return 2


def _without_options(words):
    """The words from the program on. What the options change of it is not modelled."""
    while words and re.fullmatch("-[bBdEiIOPqsSuvxX]+.*|-W.*", words[0]):
        words = words[2 if words[0] in ("-X", "-W") else 1:]
    return words


def _run(code, file, arguments, streams):
    _connect(streams)
    processes.begin_python()
    sys.argv = arguments
    main = type(sys)("__main__")
    main.__builtins__ = worlds.main_module().__builtins__
    sys.modules["__main__"] = sys.modules["__mp_main__"] = main
    try:
        if isinstance(code, str):
            code = compile(code, file, "exec", dont_inherit=True)
        else:
            main.__file__ = file
        exec(code, main.__dict__)
        result = 0
    except SystemExit as error:
        result = _code_of(error)
    except BaseException as error:
        _report(error, file)
        result = -2 if isinstance(error, KeyboardInterrupt) else 1
    _end_threads(file)
    atexit = sys.modules.get("atexit")
    if atexit is not None:
        atexit._run_exitfuncs()
    _braid_flushing.flush_at_the_end()
    return result


def _end_threads(file):
    threading = sys.modules["threading"]
    try:
        threading._shutdown()
    except BaseException as error:
        _braid_flushing.complain(f"Exception ignored in: {threading!r}\n")
        _report(error, file)


class _Redirected:
    """In the place of the kernel for what is printed: the streams of the command."""

    def __init__(self, streams):
        self._streams = streams

    def print_(self, name, text):
        self._streams.write(text.encode("utf-8", "surrogateescape"), name)

    print_aside = print_

    def hold(self, _name, _text):
        pass


def _connect(streams):
    """Its standard streams are those of the command."""
    output = type(sys.__stdout__)
    for number, name in ((1, "stdout"), (2, "stderr")):
        if getattr(streams, name) != name:
            made = output(name, number, _Redirected(streams))
            setattr(sys, name, made)
            setattr(sys, f"__{name}__", made)
    sys.stdin = io.TextIOWrapper(io.BufferedReader(_Input(streams)), encoding="utf-8")


def _code_of(error):
    if error.code is None:
        return 0
    if isinstance(error.code, int):
        return error.code & 255
    _braid_flushing.complain(f"{error.code}\n")
    return 1


def _report(error, file):
    import traceback
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename != file:
        trace = trace.tb_next
    text = traceback.format_exception(type(error), error.with_traceback(trace), trace)
    _braid_flushing.flush()
    _braid_flushing.complain("".join(text))
