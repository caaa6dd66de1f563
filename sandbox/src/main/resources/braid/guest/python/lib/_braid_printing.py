"""The function `print`: what one call writes to a standard stream is written in one piece.

Source of the behaviour: the documentation of Python 3.12's built-in functions.
"""

import sys


def printing(standard, of_streams):
    """A `print` for streams of this class; everything else is left to the standard one."""

    def print(*args, sep=" ", end="\n", file=None, flush=False, **unknown):
        if unknown:
            return standard(*args, **unknown)
        to = sys.stdout if file is None else file
        ending = "\n" if end is None else end
        between = " " if sep is None else sep
        if type(to) is not of_streams or type(ending) is not str or type(between) is not str:
            return standard(*args, sep=sep, end=end, file=file, flush=flush)
        pieces = []
        try:
            for each in args:
                pieces.append(str(each))
        except BaseException:
            to.write("".join(piece + between for piece in pieces))
            raise
        text = between.join(pieces) + ending
        if flush and text[-1:] != "\n":
            to.show(text)
        else:
            to.write(text)

    print.__module__ = "builtins"
    print.__qualname__ = "print"
    print.__doc__ = standard.__doc__
    return print
