"""`time.strftime` as on Linux in the C locale; GraalPy's own knows fewer directives.

Source: the Python documentation of `time.strftime` and the GNU C library's strftime(3).
"""

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")
FLAGS = "-_0^#"
_LIMITS = (("month", 1, 0, 12), ("day of month", 2, 0, 31), ("hour", 3, 0, 23),
           ("minute", 4, 0, 59), ("seconds", 5, 0, 61), ("day of week", 6, -1, 10**9),
           ("day of year", 7, 0, 366))


def strftime(format, moment):
    """`moment` is a tuple of nine, as `time.struct_time`; the zone is its own, or UTC."""
    fields = _checked(moment)
    fields.append(getattr(moment, "tm_zone", None) or "UTC")
    out, index, length = [], 0, len(format)
    while index < length:
        sign = format[index]
        index += 1
        if sign != "%":
            out.append(sign)
            continue
        start, flags = index, ""
        while index < length and format[index] in FLAGS:
            flags += format[index]
            index += 1
        digits = index
        while index < length and format[index].isdigit():
            index += 1
        width = int(format[digits:index] or 0)
        if index < length and format[index] in "EO":
            index += 1
        rule = _RULES.get(format[index]) if index < length else None
        if rule is None:
            out.append("%" + format[start:index + 1])
        else:
            out.append(_styled(rule(fields), flags, width))
        index += 1
    return "".join(out)


def _checked(moment):
    if not isinstance(moment, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(moment) != 9:
        raise TypeError("strftime(): illegal time tuple argument")
    fields = [int(part) for part in moment]
    for name, index, low, high in _LIMITS:
        if not low <= fields[index] <= high:
            raise ValueError(f"{name} out of range")
    fields[1], fields[2] = fields[1] or 1, fields[2] or 1
    fields[6] %= 7
    fields[7] = fields[7] or 1
    return fields


def _styled(found, flags, width):
    text, filler = found
    if "^" in flags:
        text = text.upper()
    elif "#" in flags:
        text = text.swapcase() if text.isupper() else text.upper()
    if "-" in flags:
        return text.lstrip(filler) or text[-1:] if filler else text
    if filler and ("_" in flags or "0" in flags):
        places = len(text)
        filler, text = " 0"["0" in flags], text.lstrip(filler) or text[-1:]
        text = text.rjust(places, filler)
    return text.rjust(width, filler or " ")


def _number(value, places=2, filler="0"):
    return str(value).rjust(places, filler), filler


def _text(value):
    return value, ""


def _hour12(fields):
    return fields[3] % 12 or 12


def _week(fields, first):
    """The week of the year, where weeks begin on the weekday `first` (0: Monday)."""
    return (fields[7] - 1 + 7 - (fields[6] - first) % 7) // 7


def _iso(fields):
    """The ISO 8601 year and week."""
    year, week = fields[0], (fields[7] - fields[6] + 9) // 7
    if week < 1:
        return year - 1, _weeks(year - 1)
    if week > _weeks(year):
        return year + 1, 1
    return year, week


def _weeks(year):
    def last(of):
        return (of + of // 4 - of // 100 + of // 400) % 7
    return 53 if last(year) == 4 or last(year - 1) == 3 else 52


def _combined(format):
    return lambda fields: _text(strftime(format, tuple(fields[:9])))


def _seconds(fields):
    import time
    return int(time.mktime(tuple(fields[:9])))


_RULES = {
    "a": lambda f: _text(DAYS[f[6]][:3]), "A": lambda f: _text(DAYS[f[6]]),
    "b": lambda f: _text(MONTHS[f[1] - 1][:3]), "B": lambda f: _text(MONTHS[f[1] - 1]),
    "h": lambda f: _text(MONTHS[f[1] - 1][:3]), "c": _combined("%a %b %e %H:%M:%S %Y"),
    "C": lambda f: _number(f[0] // 100), "d": lambda f: _number(f[2]),
    "D": _combined("%m/%d/%y"), "e": lambda f: _number(f[2], 2, " "),
    "F": _combined("%Y-%m-%d"), "g": lambda f: _number(_iso(f)[0] % 100),
    "G": lambda f: (str(_iso(f)[0]), "0"), "H": lambda f: _number(f[3]),
    "I": lambda f: _number(_hour12(f)), "j": lambda f: _number(f[7], 3),
    "k": lambda f: _number(f[3], 2, " "), "l": lambda f: _number(_hour12(f), 2, " "),
    "m": lambda f: _number(f[1]), "M": lambda f: _number(f[4]), "n": lambda f: _text("\n"),
    "p": lambda f: _text("AM" if f[3] < 12 else "PM"),
    "P": lambda f: _text("am" if f[3] < 12 else "pm"), "r": _combined("%I:%M:%S %p"),
    "R": _combined("%H:%M"), "s": lambda f: (str(_seconds(f)), "0"),
    "S": lambda f: _number(f[5]), "t": lambda f: _text("\t"), "T": _combined("%H:%M:%S"),
    "u": lambda f: _number(f[6] + 1, 1), "U": lambda f: _number(_week(f, 6)),
    "V": lambda f: _number(_iso(f)[1]), "w": lambda f: _number((f[6] + 1) % 7, 1),
    "W": lambda f: _number(_week(f, 0)), "x": _combined("%m/%d/%y"), "X": _combined("%H:%M:%S"),
    "y": lambda f: _number(f[0] % 100), "Y": lambda f: (str(f[0]), "0"),
    "z": lambda f: _text("+0000"), "Z": lambda f: _text(f[9]), "%": lambda f: _text("%"),
}
