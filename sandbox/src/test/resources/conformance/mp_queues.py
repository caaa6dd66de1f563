"""multiprocessing queues, pipes and connection.wait."""
import multiprocessing as mp
import queue
import time
from multiprocessing.connection import wait


def raised(kind, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except BaseException as error:
        assert type(error) is kind, (type(error), error)
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


def produce(items, out):
    for item in items:
        out.put(item)


def echo(connection):
    try:
        while True:
            connection.send(connection.recv())
    except EOFError:
        connection.close()


def work(jobs, done):
    while True:
        job = jobs.get()
        time.sleep(0.01)
        done.put(job * 2)
        jobs.task_done()


def say(connection, after):
    time.sleep(after)
    connection.send(after)
    connection.close()


def main():
    mp.set_start_method("spawn")

    # Queue
    items = mp.Queue()
    maker = mp.Process(target=produce, args=([1, "two", [3], None], items))
    maker.start()
    assert [items.get() for _ in range(4)] == [1, "two", [3], None]
    maker.join()
    assert items.empty() and not items.full() and items.qsize() == 0
    assert raised(queue.Empty, items.get_nowait) == ""
    assert raised(queue.Empty, items.get, timeout=0.01) == ""
    small = mp.Queue(2)
    small.put(1)
    small.put(2, timeout=1)
    assert small.full() and raised(queue.Full, small.put_nowait, 3) == ""
    assert raised(queue.Full, small.put, 3, True, 0.01) == ""
    time.sleep(0.05)
    assert (small.get(), small.get(timeout=1)) == (1, 2)
    value = [1]
    items.put(value)
    assert items.get() == value and raised(AssertionError, items.join_thread)[:6] == "Queue "
    items.close()
    items.join_thread()
    assert raised(ValueError, items.put, 1).endswith("is closed")
    text = raised(RuntimeError, __import__("pickle").dumps, small)
    assert text == "Queue objects should only be shared between processes through inheritance"

    # JoinableQueue
    jobs, done = mp.JoinableQueue(), mp.Queue()
    worker = mp.Process(target=work, args=(jobs, done), daemon=True)
    worker.start()
    for job in range(3):
        jobs.put(job)
    jobs.join()
    assert [done.get() for _ in range(3)] == [0, 2, 4]
    assert raised(ValueError, jobs.task_done) == "task_done() called too many times"
    worker.terminate()
    worker.join()

    # SimpleQueue
    simple = mp.SimpleQueue()
    maker = mp.Process(target=produce, args=((1, 2), simple))
    maker.start()
    assert (simple.get(), simple.get(), simple.empty()) == (1, 2, True)
    maker.join()
    simple.close()

    # Pipe
    here, there = mp.Pipe()
    partner = mp.Process(target=echo, args=(there,))
    partner.start()
    there.close()
    here.send({"a": 1})
    assert here.recv() == {"a": 1} and not here.poll() and not here.poll(0.01)
    assert here.readable and here.writable and not here.closed
    here.close()
    partner.join()
    assert partner.exitcode == 0 and here.closed
    assert raised(OSError, here.send, 1) == "handle is closed"
    reader, writer = mp.Pipe(duplex=False)
    assert raised(OSError, reader.send, 1) == "connection is read-only"
    assert raised(OSError, writer.recv) == "connection is write-only"
    writer.send_bytes(b"hello", 1, 3)
    assert reader.poll(1) and reader.recv_bytes() == b"ell"
    writer.send([1, 2])
    assert reader.recv() == [1, 2]
    writer.close()
    assert raised(EOFError, reader.recv) == "" and reader.poll()
    reader, writer = mp.Pipe(False)
    reader.close()
    assert raised(BrokenPipeError, writer.send, 1) == "[Errno 32] Broken pipe"
    with mp.Pipe()[0] as one:
        assert not one.closed
    assert one.closed

    # wait
    readers, told = [], []
    for after in (0.3, 0.1):
        reader, writer = mp.Pipe(False)
        speaker = mp.Process(target=say, args=(writer, after))
        speaker.start()
        writer.close()
        readers.append(reader)
    assert wait(readers, timeout=0) == []
    while readers:
        for reader in wait(readers):
            try:
                told.append(reader.recv())
            except EOFError:
                readers.remove(reader)
    assert sorted(told) == [0.1, 0.3]
    speaker.join()
    assert wait([speaker.sentinel]) == [speaker.sentinel]
    print("ok")


if __name__ == "__main__":
    main()
