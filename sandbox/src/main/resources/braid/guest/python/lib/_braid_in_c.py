"""Functions that CPython has in C: what a program can tell of that."""


class InC(staticmethod):
    """As an attribute of a class it gets no `self` (`converter = time.gmtime`, `locktype =
    threading.Lock`), it is pickled by its name, and shown as built in."""

    def __repr__(self):
        return f"<built-in function {self.__name__}>"

    def __reduce__(self):
        return self.__name__


def are_in_c(module, *names):
    """Has these functions of a module's namespace appear so."""
    for name in names:
        module[name] = InC(module[name])


InC.__name__ = InC.__qualname__ = "builtin_function_or_method"
InC.__module__ = "builtins"
