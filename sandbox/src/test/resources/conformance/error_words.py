# Exceptions of use: what `except` finds in them is what CPython says.
import asyncio
import collections
import datetime
import enum
import threading


def says(words, call, *arguments):
    try:
        call(*arguments)
    except Exception as e:
        assert str(e) == words, e
    else:
        assert False, words


def modulo(a, b):
    return a % b


def pop(items, *where):
    return items.pop(*where)


def first(items):
    return items.pop(0)


def assign(items, index):
    items[index] = 1


def delete(items, index):
    del items[index]


def defaulted(a=1):
    return a


def caught_where_it_happens():
    try:
        [].pop()
    except IndexError as e:
        return e


says("division by zero", lambda: 1 / 0)
says("integer division or modulo by zero", lambda: 1 // 0)
says("integer modulo by zero", modulo, 1, 0)
says("float division by zero", lambda: 1.0 / 0)
says("float floor division by zero", lambda: 1 // 0.0)
says("float modulo", modulo, 1.0, 0)
says("pop from empty list", lambda: [].pop())
says("pop from empty list", first, [])
says("pop index out of range", lambda: [1].pop(5))
says("list index out of range", lambda: [1][1])
says("list assignment index out of range", assign, [], 0)
says("list assignment index out of range", delete, [], 0)
says("index out of range", lambda: b"ab"[2])
says("pop from an empty deque", lambda: collections.deque().popleft())
says("bad operand type for unary -: 'str'", lambda: -"a")
says("bad operand type for unary ~: 'float'", lambda: ~1.5)
says("len() takes exactly one argument (0 given)", lambda: len())
says("list.append() takes exactly one argument (2 given)", lambda: [].append(1, 2))
says("set.add() takes exactly one argument (0 given)", lambda: set().add())
says("dict.keys() takes no arguments (1 given)", lambda: {}.keys(1))
says("deque.popleft() takes no arguments (1 given)", lambda: collections.deque().popleft(1))
says("get expected at least 1 argument, got 0", lambda: {}.get())
says("insert expected 2 arguments, got 1", lambda: [].insert(1))
says("range expected at least 1 argument, got 0", lambda: range())
says("range expected at most 3 arguments, got 4", lambda: range(1, 2, 3, 4))
says("getattr expected at least 2 arguments, got 1", lambda: getattr(1))
says("list expected at most 1 argument, got 2", lambda: list(1, 2))
says("list() takes no keyword arguments", lambda: list(foo=1))
says("len() takes no keyword arguments", lambda: len(obj=[]))
says("'foo' is an invalid keyword argument for print()", lambda: print(foo=1))
says("defaulted() takes from 0 to 1 positional arguments but 2 were given", defaulted, 1, 2)
says("'ascii' codec can't encode characters in position 0-1: ordinal not in range(128)",
     lambda: "éö".encode("ascii"))
says("'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
     lambda: b"\xff".decode())


class Colour(enum.Enum):
    RED = 1


class Plain:
    pass


says("'_thread._local' object has no attribute 'x'", lambda: threading.local().x)
says("unsupported operand type(s) for +: '_thread.lock' and 'NoneType'",
     lambda: threading.Lock() + None)
says("'datetime.timedelta' object is not iterable", lambda: list(datetime.timedelta()))
says("bad operand type for unary -: 'collections.OrderedDict'",
     lambda: -collections.OrderedDict())
says("'Lock' object is not callable", lambda: asyncio.Lock()())
says("type object 'Plain' has no attribute 'x'", lambda: Plain.x)
says("type object 'Colour' has no attribute 'GREEN'", lambda: Colour.GREEN)
says("'Plain' object has no attribute 'x'", lambda: Plain().x)
assert caught_where_it_happens().args == ("pop from empty list",)


def unhandled(thread):
    """What an exception says that ends this thread."""
    found = []
    threading.excepthook = lambda arguments: found.append(str(arguments.exc_value))
    thread.start()
    thread.join()
    threading.excepthook = threading.__excepthook__
    return found


class Kitchen:
    @staticmethod
    def cook(order):
        pass


# Who writes `args=(1)` has forgotten a comma.
no_iterable = "argument after * must be an iterable, not"
assert unhandled(threading.Thread(target=first, args=(1))) == [f"__main__.first() {no_iterable} int"]
assert unhandled(threading.Thread(target=Kitchen.cook, args=0.5)) == [
    f"__main__.Kitchen.cook() {no_iterable} float"]
assert unhandled(threading.Timer(0, first, args=(1))) == [f"__main__.first() {no_iterable} int"]
assert unhandled(threading.Thread(target=print, args=None)) == [f"print() {no_iterable} NoneType"]
assert unhandled(threading.Thread(target=first, args="a")) == [
    "'str' object has no attribute 'pop'"]
assert unhandled(threading.Thread(target=first, args=[[1]])) == []
says("descriptor 'upper' for 'str' objects doesn't apply to a 'int' object", str.upper, 1)


def len(nothing):  # a function of ours with the name of one of Python's
    return nothing


says("len() missing 1 required positional argument: 'nothing'", lambda: len())
print("ok")
