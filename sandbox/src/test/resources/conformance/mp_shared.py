"""multiprocessing shared values, arrays, managers and shared memory."""
import multiprocessing as mp
from multiprocessing import shared_memory
from multiprocessing.managers import BaseManager


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except BaseException as error:
        assert type(error) is kind, (type(error), error)
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


class Account:
    def __init__(self, balance=0):
        self._balance = balance

    def deposit(self, amount):
        if amount < 0:
            raise ValueError("negative")
        self._balance += amount
        return self._balance


class Bank(BaseManager):
    pass


Bank.register("Account", Account)


def add(number, numbers, times):
    for _ in range(times):
        with number.get_lock():
            number.value += 1
    numbers[1] = 7.5


def fill(words, log, box, account, lock):
    with lock:
        words["count"] = words.get("count", 0) + 1
    log.append(len(words))
    box.color = "red"
    account.deposit(5)


def write(name):
    block = shared_memory.SharedMemory(name)
    block.buf[0:2] = b"ok"
    block.close()


def main():
    mp.set_start_method("spawn")

    # Value and Array
    number, numbers = mp.Value("i", 0), mp.Array("d", 3)
    adders = [mp.Process(target=add, args=(number, numbers, 50)) for _ in range(2)]
    for each in adders:
        each.start()
    for each in adders:
        each.join()
    assert number.value == 100 and numbers[:] == [0.0, 7.5, 0.0] and len(numbers) == 3
    assert repr(number) == "<Synchronized wrapper for c_int(100)>"
    assert repr(numbers).startswith("<SynchronizedArray wrapper for <multiprocessing.sharedctypes.c_")
    assert raised(RuntimeError, __import__("pickle").dumps, number) == \
        "Synchronized objects should only be shared between processes through inheritance"
    for code, value, found in (("b", 128, -128), ("B", -1, 255), ("h", 2**15, -2**15),
                               ("H", 65536, 0), ("i", 2**31, -2**31), ("I", -1, 2**32 - 1),
                               ("q", 2**63, -2**63), ("Q", -1, 2**64 - 1)):
        assert mp.Value(code, value).value == found, code
    assert mp.Value("f", 0.1).value == 0.10000000149011612 and mp.Value("d").value == 0.0
    assert mp.RawValue("i", 3).value == 3 and repr(mp.RawValue("d", 1)) == "c_double(1.0)"
    assert repr(mp.Value("i", 3, lock=False)) == "c_int(3)"
    assert raised(TypeError, setattr, number, "value", "x") == \
        "'str' object cannot be interpreted as an integer"
    assert raised(TypeError, mp.Value, "d", "x") == "must be real number, not str"
    array = mp.RawArray("i", [1, 2, 3])
    assert list(array) == [1, 2, 3] and array[-1] == 3 and array[1:] == [2, 3]
    array[0] = 9
    assert array[:] == [9, 2, 3] and raised(IndexError, lambda: array[3]) == "invalid index"
    text = mp.Array("c", b"hello")
    text.value = b"hi"
    assert text.value == b"hi" and text.raw == b"hi\x00lo" and text[0] == b"h"
    own = mp.Lock()
    assert mp.Value("i", lock=own).get_lock() is own and mp.Value("i").get_obj().value == 0

    # Manager
    with mp.Manager() as manager, Bank() as bank:
        words, log, box = manager.dict(a=1), manager.list([0]), manager.Namespace(size=2)
        account, lock = bank.Account(10), manager.Lock()
        fillers = [mp.Process(target=fill, args=(words, log, box, account, lock)) for _ in range(2)]
        for each in fillers:
            each.start()
        for each in fillers:
            each.join()
        assert words.copy() == {"a": 1, "count": 2} and list(log) == [0, 2, 2] and len(log) == 3
        assert box.color == "red" and box.size == 2 and account.deposit(0) == 20
        assert raised(ValueError, account.deposit, -1) == "negative"
        assert repr(words).startswith("<DictProxy object, typeid 'dict' at 0x")
        assert str(log) == "[0, 2, 2]" and str(box) == "Namespace(color='red', size=2)"
        assert repr(account).startswith("<AutoProxy[Account] object, typeid 'Account' at 0x")
        assert raised(KeyError, lambda: words["z"]) == "'z'" and "a" in words
        assert sorted(words) == ["a", "count"] and dict(words) == words.copy()
        log.append([1])
        log[3].append(2)  # changes a copy
        assert log[3] == [1] and log[1:3] == [2, 2]
        log += [5]
        assert log.pop() == 5 and log.index(2) == 1
        words.update(b=2)
        assert sorted(words.items()) == [("a", 1), ("b", 2), ("count", 2)]
        value, array = manager.Value("i", 5), manager.Array("i", [1, 2])
        value.value += 1
        array[0] = 4
        assert value.value == 6 and array[:].tolist() == [4, 2] and str(value) == "Value('i', 6)"
        queue, event = manager.Queue(1), manager.Event()
        queue.put(1)
        assert queue.full() and queue.get() == 1 and not event.wait(0.01)
        event.set()
        assert event.is_set()

    # Shared memory
    block = shared_memory.SharedMemory(create=True, size=16)
    writer = mp.Process(target=write, args=(block.name,))
    writer.start()
    writer.join()
    assert bytes(block.buf[:2]) == b"ok" and block.size >= 16
    block.close()
    block.unlink()
    raised(FileNotFoundError, shared_memory.SharedMemory, "no-such-block")
    items = shared_memory.ShareableList([1, 2.5, "text", b"raw", None, True])
    items[0] = 5
    assert list(items) == [5, 2.5, "text", b"raw", None, True] and len(items) == 6
    assert raised(ValueError, items.__setitem__, 2, "x" * 50) == \
        "bytes/str item exceeds available storage"
    items.shm.close()
    items.shm.unlink()
    print("ok")


if __name__ == "__main__":
    main()
