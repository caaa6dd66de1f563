"""threading.local."""
import threading


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except BaseException as error:
        assert type(error) is kind, (type(error), error)
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


def elsewhere(call):
    results = []
    thread = threading.Thread(target=lambda: results.append(call()))
    thread.start()
    thread.join()
    return results[0]


data = threading.local()
data.x = 1
assert data.x == 1
assert elsewhere(lambda: hasattr(data, "x")) is False


def set_and_get():
    data.x = 2
    return data.x


assert elsewhere(set_and_get) == 2
assert data.x == 1
del data.x
raised(AttributeError, lambda: data.x)
data.__dict__["y"] = 5
assert data.y == 5
assert data.__dict__ == {"y": 5}
assert elsewhere(lambda: dict(data.__dict__)) == {}
raised(TypeError, threading.local, 1)

made = []


class Session(threading.local):
    kind = "session"

    def __init__(self, start, *, step=1):
        made.append(threading.get_ident())
        self.value = start
        self.step = step

    def advance(self):
        self.value += self.step
        return self.value


session = Session(10, step=5)
assert session.advance() == 15
assert elsewhere(session.advance) == 15
assert session.advance() == 20
assert elsewhere(lambda: (session.kind, session.value, session.step)) == ("session", 10, 5)
assert len(made) == 3 and made[0] == threading.get_ident()


class Slotted(threading.local):
    __slots__ = ("shared",)


slotted = Slotted()
slotted.shared = "seen by all"
slotted.own = 1
assert elsewhere(lambda: (slotted.shared, hasattr(slotted, "own"))) == ("seen by all", False)

numbers = threading.local()
sums = []


def add_up(upto):
    numbers.total = 0
    for number in range(upto):
        numbers.total += number
    sums.append(numbers.total)


threads = [threading.Thread(target=add_up, args=(upto,)) for upto in (3, 5, 10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert sorted(sums) == [3, 10, 45]
assert not hasattr(numbers, "total")
print("ok")
