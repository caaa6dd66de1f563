"""`except*`: what is taken, what is left, and what becomes of that which handlers raise."""
import sys


def seen(run):
    """What a function raises, as text; its own list of what its handlers saw."""
    said = []
    try:
        run(said)
    except BaseException as error:
        return said, shape(error)
    return said, None


def shape(error):
    if isinstance(error, BaseExceptionGroup):
        inside = ", ".join(shape(inner) for inner in error.exceptions)
        return f"{type(error).__name__} {error.message!r} [{inside}]"
    return f"{type(error).__name__} {error}"


def group():
    return ExceptionGroup("eg", [ValueError(1), TypeError(2), ExceptionGroup(
        "inner", [OSError(3), ValueError(4)])])


def takes_some(said):
    try:
        raise group()
    except* ValueError as eg:
        said.append(shape(eg))
        assert sys.exception() is eg
    except* TypeError:
        said.append("type")


assert seen(takes_some) == (
    ["ExceptionGroup 'eg' [ValueError 1, ExceptionGroup 'inner' [ValueError 4]]", "type"],
    "ExceptionGroup 'eg' [ExceptionGroup 'inner' [OSError 3]]")


def raises_again(said):
    try:
        raise group()
    except* ValueError:
        raise
    except* (TypeError, KeyError) as eg:
        said.append(shape(eg))


assert seen(raises_again) == (
    ["ExceptionGroup 'eg' [TypeError 2]"],
    "ExceptionGroup 'eg' [ValueError 1, ExceptionGroup 'inner' [OSError 3, ValueError 4]]")


def raises_another(said):
    try:
        raise group()
    except* ValueError as eg:
        raise RuntimeError("again") from eg
    except* TypeError:
        raise KeyError("k")


said, raised = seen(raises_another)
assert raised == ("ExceptionGroup '' [RuntimeError again, KeyError 'k',"
                  " ExceptionGroup 'eg' [ExceptionGroup 'inner' [OSError 3]]]"), raised


def raises_one(said):
    try:
        try:
            raise ValueError("alone")
        except* ValueError as eg:
            said.append(shape(eg))
            raise LookupError("one")
    except BaseException as error:
        said.append(shape(error.__context__))
        said.append(error.__cause__)
        raise


assert seen(raises_one) == (
    ["ExceptionGroup '' [ValueError alone]", "ExceptionGroup '' [ValueError alone]", None],
    "LookupError one")


def nobody_takes_it(said):
    try:
        raise OSError("plain")
    except* ValueError:
        said.append("never")
    finally:
        said.append("finally")


assert seen(nobody_takes_it) == (["finally"], "OSError plain")


def all_is_well(said):
    try:
        said.append("body")
    except* ValueError:
        said.append("never")
    else:
        said.append("else")
    finally:
        said.append("finally")


assert seen(all_is_well) == (["body", "else", "finally"], None)


def inside_each_other(said):
    for number in range(2):
        try:
            try:
                raise group()
            except* OSError:
                said.append(number)
        except* (ValueError, TypeError) as eg:
            said.append(len(eg.exceptions))


assert seen(inside_each_other) == ([0, 3, 1, 3], None)


def wrong_kind(said):
    try:
        raise group()
    except* ExceptionGroup:
        said.append("never")


said, raised = seen(wrong_kind)
assert said == [] and raised == ("TypeError catching ExceptionGroup with except* is not allowed."
                                 " Use except instead."), raised


def inside_a_handler(said):
    try:
        raise group()
    except* ValueError as outer:
        try:
            raise ExceptionGroup("second", [LookupError(5), KeyError(6)])
        except* KeyError as inner:
            said.append((shape(inner), shape(outer)))
        except* LookupError:
            for number in range(5):
                if number == 2:
                    break
            said.append(number)
    except* (TypeError, OSError):
        said.append("others")


assert seen(inside_a_handler) == ([
    ("ExceptionGroup 'second' [KeyError 6]",
     "ExceptionGroup 'eg' [ValueError 1, ExceptionGroup 'inner' [ValueError 4]]"),
    2, "others"], None)


def raises_the_only_one(said):
    try:
        try:
            raise group()
        except* (ValueError, TypeError, OSError):
            raise LookupError("only one, and nothing is left")
    except LookupError as error:
        said.append(shape(error.__context__)[:25])
        raise


assert seen(raises_the_only_one) == (
    ["ExceptionGroup 'eg' [Valu"], "LookupError only one, and nothing is left")


def what_is_left(said):
    try:
        raise ExceptionGroup("eg", [ValueError(1), TypeError(2)])
    except* ValueError:
        said.append("value")


try:
    what_is_left([])
except ExceptionGroup as left:
    assert repr(left) == "ExceptionGroup('eg', [TypeError(2)])", left
assert not any(name.startswith("__star") for name in globals())
print("ok")
