# Prepares a context for one run: the module _braid, the stand-ins in place of the standard modules,
# and the functions the host calls. Nothing here is user code; its frames never show.
import builtins
import sys

HELD_BACK_CHARS_MAX = 8192
RECURSION_MAX = 1000
_Module = type(sys)


class _Output:
    """sys.stdout and sys.stderr, line buffered. Whole lines are one print action; what has no end
    yet is kept, and the order in which it comes is known as well."""

    encoding = "utf-8"
    errors = "strict"
    newlines = None
    line_buffering = True
    write_through = False
    closed = False
    mode = "w"

    is_aside = False  # a report that is no step of the program's own

    def __init__(self, stream, descriptor, braid):
        self.name = "<" + stream + ">"
        self._stream = stream
        self._descriptor = descriptor
        self._braid = braid
        self._held = ""
        self.buffer = _Bytes(self)

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(
                "write() argument must be str, not " + type(text).__name__)
        if " at 0x" in text:
            from _braid_addresses import exchanged
            text = exchanged(text)
        if self.is_aside or (text[-1:] == "\n" and not self._held):
            self._pass_on(text, self._braid.print_aside if self.is_aside else self._braid.print_)
        elif text:
            self._add(text)
        return len(text)

    def _pass_on(self, text, print_):
        for start in range(0, len(text), HELD_BACK_CHARS_MAX):
            print_(self._stream, text[start:start + HELD_BACK_CHARS_MAX])

    def _add(self, text):
        """Others may go first; then nobody comes between."""
        self._braid.hold(self._stream, text)
        held = self._held + text
        # Not rfind: it reports a million loop turns to the compiler, which then compiles us.
        end = len(held) - len(held.split("\n")[-1])
        if end or len(held) > HELD_BACK_CHARS_MAX:
            end = end or len(held)
            self._pass_on(held[:end], self._braid.print_aside)
        self._held = held[end:]

    def show(self, text):
        """As `write` and `flush` in one."""
        if self._held:
            self._add(text)
            self.flush()
        else:
            self._pass_on(text, self._braid.print_)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        if self._held:
            self._braid.hold(self._stream, "")
            held, self._held = self._held, ""
            self._pass_on(held, self._braid.print_aside)

    def isatty(self):
        return False

    def fileno(self):
        return self._descriptor

    def readable(self):
        return False

    def writable(self):
        return True

    def seekable(self):
        return False

    def reconfigure(self, **_options):
        pass

    def close(self):
        self.flush()

    def __reduce_ex__(self, _):
        raise TypeError("cannot pickle '_io.TextIOWrapper' object")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.flush()


class _Bytes:
    """sys.stdout.buffer."""

    def __init__(self, output):
        self._output = output

    def write(self, data):
        self._output.write(bytes(data).decode("utf-8", "replace"))
        return len(data)

    def flush(self):
        self._output.flush()


class _Source:
    """The loader of the user's module: gives tracebacks the source lines."""

    def __init__(self, source):
        self._source = source

    def get_source(self, _name):
        return self._source


class _Quitter:
    """`exit` and `quit`, which CPython's module `site` puts in place."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Use {self.name}() or Ctrl-D (i.e. EOF) to exit"

    def __call__(self, code=None):
        raise SystemExit(code)


def _bridge_module(bridge):
    module = _Module("_braid", "The kernel, to the stand-in modules.")

    def find(name):
        """Functions come over one by one, when a stand-in first asks for them."""
        if name.startswith("__"):
            raise AttributeError(f"module '_braid' has no attribute {name!r}")
        function = getattr(bridge, name)
        setattr(module, name, function)
        return function

    module.__getattr__ = find
    return module


def _user_traceback(error, file):
    """The traceback from the first frame of the user's on."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename != file:
        trace = trace.tb_next
    return trace


def _last_line(error, file):
    line = 0
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == file and trace.tb_lineno > 0:
            line = trace.tb_lineno
        trace = trace.tb_next
    if line == 0 and isinstance(error, SyntaxError) and error.filename == file:
        line = error.lineno or 0
    return line


def _calls():
    """The calls of the user's functions under way, the innermost first: names and lines.

    A comprehension is none: it is a place in what is around it (PEP 709).
    """
    import _braid_names
    calls = []
    frame, line = sys._getframe(), 0
    while frame is not None:
        code = frame.f_code
        if _braid_names.is_users(code.co_filename):
            line = line or frame.f_lineno
            if code.co_name not in _braid_names.INLINED:
                calls.append((code.co_name, line))
                line = 0
        frame = frame.f_back
    return calls


class _Pattern:
    """What the engine hangs a compiled expression on."""


def _start_regular_expressions():
    """Starts their language: later it would wait for every thread to agree, and tasks that wait
    for their turn agree to nothing. Importing `re` for it costs twenty times as much."""
    import _sre
    pattern = _Pattern()
    _sre.tregex_init_cache(pattern, "a", 0)
    _sre.tregex_compile(pattern, _sre._METHOD_MATCH, False)
    _sre.Pattern.__module__ = _sre.Match.__module__ = "re"


def _keep_switch_interval():
    """The engine itself never switches; the program sees what CPython has."""
    sys.setswitchinterval(1000.0)
    interval = 0.005

    def getswitchinterval():
        return interval

    def setswitchinterval(seconds, /):
        nonlocal interval
        seconds = float(seconds)
        if seconds <= 0:
            raise ValueError("switch interval must be strictly positive")
        interval = seconds

    sys.getswitchinterval = getswitchinterval
    sys.setswitchinterval = setswitchinterval


def _getrefcount(thing, /):
    import _braid_refcounts
    return _braid_refcounts.getrefcount(thing)


def _limiting(standard, tell):
    def setrecursionlimit(limit, /):
        standard(limit)
        tell(limit)

    return setrecursionlimit


def install(bridge):
    braid = _bridge_module(bridge)
    sys.modules["_braid"] = braid
    sys.stdout = sys.__stdout__ = _Output("stdout", 1, braid)
    sys.stderr = sys.__stderr__ = _Output("stderr", 2, braid)
    import _io
    sys.stdin = sys.__stdin__ = _io.StringIO("")
    _start_regular_expressions()
    builtins.exit, builtins.quit = _Quitter("exit"), _Quitter("quit")
    import _braid_install
    _braid_install.install()
    import _braid_printing
    builtins.print = _braid_printing.printing(builtins.print, _Output)
    import _braid_flushing
    import _braid_names
    from _braid_uncaught import lines, message
    _keep_switch_interval()

    def report(error, file):
        if braid.has_tracebacks():
            show(error, file)
            if type(error) is RuntimeError and "asyncio" in sys.modules:
                import _braid_unawaited
                _braid_unawaited.keep_held(error.__traceback__)
        name = type(error).__qualname__
        module = type(error).__module__
        if module not in ("builtins", "__main__"):
            name = module + "." + name
        braid.uncaught(name, message(error), _last_line(error, file))

    def show(error, file):
        sys.__stderr__.is_aside = _braid_names.is_told
        error = error.with_traceback(_user_traceback(error, file))
        text = "".join(lines(error))
        _braid_flushing.flush()
        _braid_flushing.complain(text)
        sys.__stderr__.is_aside = False

    def exit_for(error):
        """SystemExit at the top: CPython prints a code that is no number."""
        code = error.code
        if code is not None and not isinstance(code, int):
            _braid_flushing.flush()
            _braid_flushing.complain(str(code) + "\n")
        if code is not None and code != 0:
            braid.uncaught("SystemExit", message(error), 0)

    def guarded(code, file):
        try:
            code()
        except SystemExit as error:
            exit_for(error)
        except BaseException as error:
            hook = sys.excepthook
            if hook is sys.__excepthook__:
                report(error, file)
            else:
                try:
                    hook(type(error), error, _user_traceback(error, file))
                finally:
                    braid.uncaught(type(error).__qualname__, message(error),
                                   _last_line(error, file))

    def compiled(source, file, tells_memory, is_gil):
        import _braid_rewriting
        try:
            written = _braid_rewriting.rewritten(source, file)
            if not tells_memory:
                return _braid_rewriting.code(_braid_rewriting.watched(written, file), file)
            import _braid_again
            import _braid_memory
            _braid_again.prepare(source, file)
            return _braid_memory.program(written, file, is_gil)
        except SyntaxError as error:
            import _braid_syntax
            _braid_syntax.correct(error, source, file)
            raise

    def main_module(source, file):
        main = _Module("__main__")
        main.__file__ = file
        main.__loader__ = _Source(source)
        main.__builtins__ = builtins
        sys.modules["__main__"] = main
        sys.argv = [file]
        return main

    def end_main(file):
        threading = sys.modules.get("threading")
        if threading is not None:
            guarded(threading._shutdown, file)
        atexit = sys.modules.get("atexit")
        if atexit is not None:
            guarded(atexit._run_exitfuncs, file)
        abandoned = sys.modules.get("_braid_abandoned")
        if abandoned is not None:
            guarded(lambda: abandoned.close_all(vars(sys.modules["__main__"])), file)
        _braid_flushing.flush_at_the_end()

    def begin(source, file, tells_memory, is_gil):
        source = source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        main = main_module(source, file)
        _braid_names.configure(file, source)
        _braid_names.is_told = tells_memory
        _braid_names.is_silent = tells_memory and not braid.is_recording()
        braid.main_code = None
        braid.compile_main = lambda: compile_main(source, file, tells_memory, is_gil)
        return main

    def compile_main(source, file, tells_memory, is_gil):
        braid.main_code = compiled(source, file, tells_memory, is_gil)
        if "_braid_generators" in sys.modules:
            sys.modules["_braid_generators"].begin()

    def run_main(source, file, tells_memory, is_gil):
        main = begin(source, file, tells_memory, is_gil)
        guarded(lambda: execute_in(main), file)
        end_main(file)

    def execute_in(main):
        if braid.main_code is None:
            braid.compile_main()
        exec(braid.main_code, main.__dict__)

    def load(source, file, tells_memory, is_gil):
        """Makes ready for `run_again`; what is wrong with the program is for that to say."""
        import _braid_again
        _braid_again.is_once = True
        begin(source, file, tells_memory, is_gil)
        try:
            braid.compile_main()
        except Exception:
            pass

    def expect_exploring():
        """Loads ahead of the program what exploring it takes, except what makes kernel objects."""
        import _braid_again
        _braid_again.load_ahead()

    def run_again(source, file):
        """Executes the program of the last `run_main` or `load`, as if for the first time."""
        if braid.main_code is not None:
            sys.modules["_braid_again"].begin()
        main = main_module(source, file)
        guarded(lambda: execute_in(main), file)
        end_main(file)

    def give_way():
        braid.slice()

    def too_deep():
        raise RecursionError("maximum recursion depth exceeded")

    def reword(error):
        import _braid_error_words
        _braid_error_words.reword(error)

    _getrefcount.__name__ = _getrefcount.__qualname__ = "getrefcount"
    sys.getrefcount = _getrefcount
    sys.setrecursionlimit = _limiting(sys.setrecursionlimit, braid.recursion_limit)
    sys.setrecursionlimit(RECURSION_MAX)
    sys.modules["__main__"]._slice = give_way
    sys.modules["__main__"]._too_deep = too_deep
    sys.modules["__main__"]._reword = reword
    return run_main, run_again, load, expect_exploring, _calls


install
