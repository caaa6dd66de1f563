"""Addresses of objects in what a program prints.

The standard `repr` shows `<A object at 0x7f35a06c>`; here that number is one of the JVM's, another
in every run. It is exchanged for one of the run's own, the same for the same object all along.
"""

_MARK = " at 0x"
_HEXADECIMAL = frozenset("0123456789abcdef")
_FIRST = 0x7f5c3a4b1000
_DISTANCE = 0x30

_own = {}


def exchanged(text):
    """The text with the addresses in `<... at 0x...>` exchanged."""
    pieces = text.split(_MARK)
    is_open = False
    for index in range(1, len(pieces)):
        piece = pieces[index]
        is_open = is_open or "<" in pieces[index - 1]
        end = 0
        while end < len(piece) and piece[end] in _HEXADECIMAL:
            end += 1
        if end and is_open and not piece[end:end + 1].isalnum():
            pieces[index] = _own_of(piece[:end]) + piece[end:]
    return _MARK.join(pieces)


def _own_of(address):
    own = _own.get(address)
    if own is None:
        own = _own[address] = f"{_FIRST + len(_own) * _DISTANCE:x}"
    return own
