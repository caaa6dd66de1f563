"""threading.Event."""
import re
import threading
import time
import warnings

event = threading.Event()
assert event.is_set() is False
assert event.wait(0.001) is False
assert event.wait(timeout=0) is False
assert event.wait(-5) is False
assert event.set() is None
assert event.is_set() is True
assert event.wait() is True
assert event.wait(0) is True
event.set()
assert event.clear() is None
assert event.is_set() is False
event.clear()

seen = []


def wait(index):
    assert event.wait() is True
    seen.append(index)


threads = [threading.Thread(target=wait, args=(index,)) for index in range(4)]
for thread in threads:
    thread.start()
time.sleep(0.005)
assert seen == []
event.set()
for thread in threads:
    thread.join()
assert sorted(seen) == [0, 1, 2, 3]

# Waiting with a timeout that is long enough.
event.clear()
threading.Timer(0.005, event.set).start()
assert event.wait(10) is True

# A stop flag.
stop = threading.Event()
turns = []


def work():
    while not stop.wait(0.001):
        turns.append(1)


worker = threading.Thread(target=work)
worker.start()
time.sleep(0.02)
stop.set()
worker.join()
assert turns

assert re.fullmatch(r"<threading\.Event at 0x[0-9a-f]+: unset>", repr(threading.Event()))
assert re.fullmatch(r"<threading\.Event at 0x[0-9a-f]+: set>", repr(stop))

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    assert stop.isSet() is True
assert [str(w.message) for w in caught] == ["isSet() is deprecated, use is_set() instead"]

try:
    threading.Event().wait("long")
    raise AssertionError("a timeout in words")
except TypeError:
    pass


class Door(threading.Event):
    def __init__(self, name):
        super().__init__()
        self.name = name


door = Door("front")
door.set()
assert door.wait() and door.name == "front"
assert re.fullmatch(r"<__main__\.Door at 0x[0-9a-f]+: set>", repr(door))
print("ok")
