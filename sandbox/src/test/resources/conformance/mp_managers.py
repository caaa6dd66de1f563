"""Managers: at an address, with proxies of one's own, with a pool, of shared memory."""
import multiprocessing as mp
import operator
import queue
from multiprocessing import shared_memory
from multiprocessing.managers import (BaseManager, BaseProxy, SharedMemoryManager, SyncManager,
                                      Token)

jobs = queue.Queue()


class Counter:
    def __init__(self, start=0):
        self.number = start

    def next(self):
        self.number += 1
        return self.number

    def _hidden(self):
        return "hidden"

    def fail(self):
        raise KeyError("no")


class Squares:
    def __init__(self, end):
        self._numbers = iter(range(end))

    def __next__(self):
        return next(self._numbers) ** 2


class SquaresProxy(BaseProxy):
    _exposed_ = ["__next__"]

    def __iter__(self):
        return self

    def __next__(self):
        return self._callmethod("__next__")


class OwnManager(BaseManager):
    pass


def get_operator():
    return operator


OwnManager.register("Counter", Counter)
OwnManager.register("Hidden", Counter, exposed=("next", "_hidden"))
OwnManager.register("Squares", Squares, proxytype=SquaresProxy)
OwnManager.register("operator", get_operator)


class ServingManager(BaseManager):
    pass


class AskingManager(BaseManager):
    pass


def get_jobs():
    return jobs


ServingManager.register("get_jobs", callable=get_jobs)
AskingManager.register("get_jobs")


def double(number):
    return 2 * number


def serve(port):
    server = ServingManager(address=("127.0.0.1", 0), authkey=b"key").get_server()
    port.put(server.address)
    server.serve_forever()


def put_jobs(address):
    manager = AskingManager(address=address, authkey=b"key")
    manager.connect()
    for number in range(3):
        manager.get_jobs().put(number)


def test_own_classes():
    with OwnManager() as manager:
        counter, hidden = manager.Counter(5), manager.Hidden()
        assert (counter.next(), counter.next(), hidden.next()) == (6, 7, 1)
        assert hidden._hidden() == "hidden" and not hasattr(counter, "_hidden")
        assert list(manager.Squares(4)) == [0, 1, 4, 9]
        assert manager.operator().add(23, 45) == 68
        try:
            counter.fail()
            raise AssertionError("no error")
        except KeyError as error:
            assert error.args == ("no",)
        assert type(counter).__name__ == "AutoProxy[Counter]"


def test_at_an_address():
    port = mp.Queue()
    server = mp.Process(target=serve, args=(port,), daemon=True)
    server.start()
    address = port.get()
    worker = mp.Process(target=put_jobs, args=(address,))
    worker.start()
    worker.join()
    assert worker.exitcode == 0
    manager = AskingManager(address=address, authkey=b"key")
    manager.connect()
    held = manager.get_jobs()
    assert [held.get() for _ in range(3)] == [0, 1, 2] and held.empty()
    try:
        held.get(timeout=0.05)
        raise AssertionError("an item from nowhere")
    except queue.Empty:
        pass
    try:
        AskingManager(address=address, authkey=b"wrong").connect()
        raise AssertionError("connected")
    except mp.AuthenticationError:
        pass
    server.terminate()
    server.join()
    try:
        AskingManager(address=address, authkey=b"key").connect()
        raise AssertionError("connected")
    except ConnectionRefusedError:
        pass


def test_pool():
    with mp.Manager() as manager:
        pool = manager.Pool(2)
        assert type(pool).__name__ == "PoolProxy" and "pool_size=2" in str(pool)
        assert pool.map(double, [1, 2, 3]) == [2, 4, 6]
        assert pool.apply(double, (4,)) == 8 and pool.apply_async(double, (5,)).get() == 10
        assert pool.starmap(pow, [(2, 3)]) == [8]
        assert list(pool.imap(double, [1, 2])) == [2, 4]
        assert sorted(pool.imap_unordered(double, [1, 2])) == [2, 4]
        pool.close()
        pool.join()
        with manager.Pool(1) as other:
            assert other.map(double, [7]) == [14]


def test_shared_memory():
    with SharedMemoryManager() as manager:
        numbers, block = manager.ShareableList([1, 2.5, "three"]), manager.SharedMemory(size=16)
        numbers[0] = 10
        assert list(numbers) == [10, 2.5, "three"] and block.size >= 16
        name = block.name
        del numbers
        block.close()
    try:
        shared_memory.SharedMemory(name)
        raise AssertionError("it is still there")
    except FileNotFoundError:
        pass


def test_states():
    manager = SyncManager()
    manager.start()
    try:
        manager.start()
        raise AssertionError("started twice")
    except mp.ProcessError as error:
        assert str(error) == "Already started server"
    manager.shutdown()
    token = Token("list", "address", 7)
    assert (token.typeid, token.address, token.id) == ("list", "address", 7)
    assert repr(token) == "Token(typeid='list', address='address', id=7)"


if __name__ == "__main__":
    test_own_classes()
    test_at_an_address()
    test_pool()
    test_shared_memory()
    test_states()
    print("ok")
