"""multiprocessing.managers: values that stay in the server, and what goes wrong there."""
import multiprocessing as mp
import queue
from multiprocessing.managers import BaseManager, BaseProxy, RemoteError, SharedMemoryManager


class Shelf:
    def __init__(self, *books):
        self.books = list(books)

    def first(self):
        return self.books[0]

    def all(self):
        return self.books

    def count(self):
        return len(self.books)

    def __iter__(self):
        return iter(self.books)


class BooksProxy(BaseProxy):
    _exposed_ = ("append", "__len__")

    def append(self, book):
        return self._callmethod("append", (book,))

    def __len__(self):
        return self._callmethod("__len__")


class Library(BaseManager):
    pass


Library.register("Shelf", Shelf, method_to_typeid={"all": "Books"})
Library.register("Books", proxytype=BooksProxy, create_method=False)


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except kind as error:
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


def test_values_that_stay():
    with Library() as library:
        shelf = library.Shelf("a", "b")
        books = shelf.all()
        assert type(books) is BooksProxy and len(books) == 2
        books.append("c")
        assert shelf.count() == 3 and shelf.first() == "a"
        assert not hasattr(library, "Books")


def test_iterators():
    with mp.Manager() as manager:
        ages = manager.dict({"ada": 36, "bob": 41})
        assert sorted(ages) == ["ada", "bob"] and type(iter(ages)).__name__ == "IteratorProxy"
        names = iter(ages)
        assert iter(names) is names and next(names) == "ada"
        ages["cy"] = 7
        assert raised(RuntimeError, next, names) == "dictionary changed size during iteration"
        assert [ages.copy()[name] for name in ages.keys()] == [36, 41, 7]


def test_what_cannot_be_made():
    with mp.Manager() as manager:
        text = raised(RemoteError, manager.list, 5)
        lines = text.strip().splitlines()
        assert lines[0] == lines[-1] == "-" * 75, text
        assert lines[-2] == "TypeError: 'int' object is not iterable"
        assert "semaphore initial value must be >= 0" in raised(RemoteError, manager.Semaphore, -1)
        assert "Number of processes must be at least 1" in raised(RemoteError, manager.Pool, 0)
    assert raised(ValueError, SharedMemoryManager().SharedMemory, 9) \
        == "address type of None unrecognized"


def test_queues_take_no_negative_time():
    with mp.Manager() as manager:
        items = manager.Queue(1)
        items.put(1)
        for call in (lambda: items.put(2, True, -1), lambda: items.get(timeout=-0.5)):
            assert raised(ValueError, call) == "'timeout' must be a non-negative number"
        raised(queue.Full, items.put, 2, False, -1)
        raised(queue.Full, items.put, 2, True, 0)


def tell_level(sender):
    sender.send(mp.get_logger().getEffectiveLevel())


def test_log_levels_are_handed_on():
    mp.get_logger().setLevel(32)
    receiver, sender = mp.Pipe(False)
    process = mp.Process(target=tell_level, args=(sender,))
    process.start()
    assert receiver.recv() == 32
    process.join()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    test_values_that_stay()
    test_iterators()
    test_what_cannot_be_made()
    test_queues_take_no_negative_time()
    test_log_levels_are_handed_on()
    print("ok")
