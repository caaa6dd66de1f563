# Generators: next, send, throw, close, yield from, states.
import inspect
from inspect import GEN_CLOSED, GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, getgeneratorstate


def countdown(n):
    while n:
        got = yield n
        if got is not None:
            n = got
        n -= 1
    return "liftoff"


def test_next_and_states():
    generator = countdown(2)
    assert getgeneratorstate(generator) == GEN_CREATED
    assert next(generator) == 2 and getgeneratorstate(generator) == GEN_SUSPENDED
    assert next(generator) == 1
    try:
        next(generator)
    except StopIteration as error:
        assert error.value == "liftoff"
    assert getgeneratorstate(generator) == GEN_CLOSED and next(generator, "over") == "over"


def test_send():
    generator = countdown(9)
    try:
        generator.send(1)
    except TypeError as error:
        assert str(error) == "can't send non-None value to a just-started generator"
    assert generator.send(None) == 9 and generator.send(3) == 2 and list(generator) == [1]


def test_throw_and_close():
    seen = []

    def guarded():
        try:
            yield 1
        except KeyError as error:
            seen.append(error.args)
            yield 2
        finally:
            seen.append("finally")

    generator = guarded()
    assert next(generator) == 1 and generator.throw(KeyError("k")) == 2
    generator.close()
    assert seen == [("k",), "finally"] and getgeneratorstate(generator) == GEN_CLOSED
    generator.close()

    def refuses():
        while True:
            try:
                yield
            except GeneratorExit:
                pass

    stubborn = refuses()
    next(stubborn)
    try:
        stubborn.close()
    except RuntimeError as error:
        assert str(error) == "generator ignored GeneratorExit"
    fresh = countdown(1)
    try:
        fresh.throw(ValueError("early"))
    except ValueError as error:
        assert str(error) == "early" and getgeneratorstate(fresh) == GEN_CLOSED


def test_yield_from():
    def outer():
        result = yield from countdown(2)
        yield result
        yield from "ab"

    assert list(outer()) == [2, 1, "liftoff", "a", "b"]
    generator = outer()
    next(generator)
    assert generator.send(5) == 4 and generator.gi_yieldfrom is not None


def test_running():
    states = []

    def looks():
        states.append(getgeneratorstate(generator))
        try:
            next(generator)
        except ValueError as error:
            states.append(str(error))
        yield

    generator = looks()
    next(generator)
    assert states == [GEN_RUNNING, "generator already executing"], states
    assert inspect.isgenerator(generator) and inspect.isgeneratorfunction(countdown)


def test_a_return_of_stop_iteration_is_an_error():
    def breaks():
        raise StopIteration("inside")
        yield

    try:
        next(breaks())
    except RuntimeError as error:
        assert str(error) == "generator raised StopIteration"


def test_two_take_turns():
    def worker(name, turns):
        for turn in range(turns):
            yield f"{name}{turn}"

    waiting, seen = [worker("a", 2), worker("b", 3)], []
    while waiting:
        task = waiting.pop(0)
        try:
            seen.append(next(task))
        except StopIteration:
            continue
        waiting.append(task)
    assert seen == ["a0", "b0", "a1", "b1", "b2"], seen


for name, test in list(globals().items()):
    if name.startswith("test_"):
        test()
print("ok")
