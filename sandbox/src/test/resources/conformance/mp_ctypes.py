"""Types of ctypes as typecodes of shared values: numbers, arrays, structures, copies."""
import ctypes
import multiprocessing as mp
from ctypes import Structure, c_bool, c_char, c_double, c_int, sizeof
from multiprocessing import sharedctypes


class Point(Structure):
    _fields_ = [("x", c_double), ("y", c_int)]

    def total(self):
        return self.x + self.y


class Line(Structure):
    _fields_ = [("begin", Point), ("end", Point), ("tag", c_char * 4)]


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except kind as error:
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


def change(number, reals, points, line, flag):
    with number.get_lock():
        number.value += 1
    reals[1] = 2.5
    for point in points:
        point.x *= 2
        point.y += 1
    line.end.y = 7
    line.tag = b"ab"
    flag.value = True


def test_shared():
    number, reals = mp.Value(c_int, 41), mp.Array(c_double, 3)
    points = mp.Array(Point, [(1.5, 2), (3.5, 4)], lock=mp.Lock())
    line, flag = sharedctypes.RawValue(Line), mp.Value(c_bool, False, lock=False)
    child = mp.Process(target=change, args=(number, reals, points, line, flag))
    child.start()
    child.join()
    assert child.exitcode == 0
    assert number.value == 42 and reals[:] == [0.0, 2.5, 0.0] and flag.value is True
    assert [(each.x, each.y) for each in points] == [(3.0, 3), (7.0, 5)]
    assert points[1].total() == 12.0 and len(points) == 2
    assert (line.begin.y, line.end.y, line.tag, isinstance(line, Line)) == (0, 7, b"ab", True)


def test_copies_and_locks():
    point = sharedctypes.RawValue(Point, 1.0, 2)
    other = sharedctypes.copy(point)
    other.y = 9
    assert (point.y, other.y) == (2, 9)
    guarded = sharedctypes.synchronized(other)
    assert type(guarded).__name__ == "SynchronizedPoint" and guarded.y == 9
    with guarded:
        guarded.x = 4
    assert guarded.get_obj().x == 4.0
    assert "no attribute 'value'" in raised(AttributeError, lambda: guarded.value)
    raised(AssertionError, sharedctypes.synchronized, guarded)


def test_plain():
    assert repr(c_int(5)) == "c_int(5)" and c_int(2**31).value == -2**31 and not c_int(0)
    assert (sizeof(Point), sizeof(Line), sizeof(ctypes.c_longlong)) == (16, 40, 8)
    numbers = (c_int * 3)(1, 2)
    assert list(numbers) == [1, 2, 0] and numbers[1:] == [2, 0]
    assert type(numbers).__name__ == "c_int_Array_3"
    text = ctypes.create_string_buffer(b"abc", 5)
    assert (text.value, text.raw, len(text)) == (b"abc", b"abc\0\0", 5)
    assert ctypes.c_char_p(b"x").value == b"x"
    letters = ctypes.create_unicode_buffer("hé", 4)
    letters[1] = "e"
    assert letters.value == "he" and len(letters) == 4


def test_errors():
    assert raised(TypeError, Point, 1, 2, 3) == "too many initializers"
    assert raised(TypeError, Point, 1, x=2) == "duplicate values for field 'x'"
    assert raised(TypeError, Point, "a") == "must be real number, not str"
    assert raised(TypeError, c_int, 1.5) == "'float' object cannot be interpreted as an integer"
    assert raised(TypeError, mp.Value, c_int, 1, 2) == \
        "__init__ expected at most 1 argument, got 2"
    assert raised(IndexError, lambda: (c_int * 2)()[2]) == "invalid index"
    assert raised(ValueError, lambda: c_int * -1) == "Array length must be >= 0, not -1"


if __name__ == "__main__":
    test_shared()
    test_copies_and_locks()
    test_plain()
    test_errors()
    print("ok")
