"""What ordinary mistakes say: to who catches them, and in what `traceback` writes."""
import datetime
import traceback


class Plain:
    pass


def said(mistake):
    try:
        mistake()
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    raise AssertionError("nothing was raised")


def written(mistake):
    try:
        mistake()
    except Exception:
        return traceback.format_exc().splitlines()[-1]
    raise AssertionError("nothing was raised")


def assign(holder, key):
    holder[key] = 1


def delete(holder, key):
    del holder[key]


def forget(holder):
    del holder.missing


for holder, name in ((("a",), "tuple"), ("text", "str"), (5, "int"), (Plain(), "Plain")):
    assert said(lambda: assign(holder, 0)) == \
        f"TypeError: '{name}' object does not support item assignment"
    if holder != 5:
        assert said(lambda: delete(holder, 0)) == \
            f"TypeError: '{name}' object doesn't support item deletion"
assert said(lambda: forget(Plain())) == \
    "AttributeError: 'Plain' object has no attribute 'missing'"
assert said(lambda: [1].remove(2)) == "ValueError: list.remove(x): x not in list"
assert said(lambda: set().pop()) == "KeyError: 'pop from an empty set'"
assert said(lambda: range(3)[5]) == "IndexError: range object index out of range"
assert said(lambda: "a".encode("nothing")) == "LookupError: unknown encoding: nothing"
assert said(lambda: isinstance(1, "int")) == \
    "TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union"
assert said(lambda: issubclass(int, "int")) == \
    "TypeError: issubclass() arg 2 must be a class, a tuple of classes, or a union"
assert said(lambda: iter(1, 2)) == "TypeError: iter(object, sentinel): object must be callable"
assert said(lambda: "{0} {}".format(1, 2)) == ("ValueError: cannot switch from manual field"
                                                " specification to automatic field numbering")
assert said(lambda: "{} {0}".format(1, 2)) == ("ValueError: cannot switch from automatic field"
                                                " numbering to manual field specification")
assert said(lambda: int("9" * 5000)) == (
    "ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000"
    " digits; use sys.set_int_max_str_digits() to increase the limit")

assert said(lambda: datetime.date(2024, 13, 1)) == "ValueError: month must be in 1..12"
assert said(lambda: datetime.date(2023, 2, 29)) == "ValueError: day is out of range for month"
assert said(lambda: datetime.date(0, 1, 1)) == "ValueError: year 0 is out of range"
assert said(lambda: datetime.datetime(2024, 1, 1, 24)) == "ValueError: hour must be in 0..23"
assert said(lambda: datetime.time(1, 60)) == "ValueError: minute must be in 0..59"
assert datetime.date(2024, 2, 29).replace(year=2028).isoformat() == "2028-02-29"

numbers = [1]


def pops_nothing():
    return [].pop()


def pops_too_far():
    return numbers.pop(5)


def assigns_too_far():
    numbers[3] = 0


def deletes_too_far():
    del numbers[3]


def negates():
    return -"text"


def asks_the_class():
    return Plain.missing


assert written(pops_nothing) == "IndexError: pop from empty list"
assert written(pops_too_far) == "IndexError: pop index out of range"
assert written(assigns_too_far) == "IndexError: list assignment index out of range"
assert written(deletes_too_far) == "IndexError: list assignment index out of range"
assert written(negates) == "TypeError: bad operand type for unary -: 'str'"
assert written(asks_the_class) == "AttributeError: type object 'Plain' has no attribute 'missing'"
assert written(lambda: "가나 다".encode("ascii")) == (
    "UnicodeEncodeError: 'ascii' codec can't encode characters in position 0-1: ordinal not in"
    " range(128)")
assert written(lambda: "é한b".encode("latin-1")) == (
    "UnicodeEncodeError: 'latin-1' codec can't encode character '\\ud55c' in position 1: ordinal"
    " not in range(256)")
for data, what in ((b"ab\xff", "byte 0xff in position 2: invalid start byte"),
                   (b"\xea\xb0", "bytes in position 0-1: unexpected end of data"),
                   (b"\xeaab", "byte 0xea in position 0: invalid continuation byte"),
                   (b"\xea\xb0x", "bytes in position 0-1: invalid continuation byte")):
    assert written(lambda: data.decode()) == \
        f"UnicodeDecodeError: 'utf-8' codec can't decode {what}"
print("ok")
