# A random walk of processes over a lock, a re-entrant lock, a semaphore, a queue and a barrier,
# with timeouts, and one process that is killed: whatever the seed, the trace must keep the laws.
import multiprocessing
import queue
import random
import time


def walk(lock, again, permits, items, gate):
    for _ in range(6):
        kind = random.randrange(5)
        if kind == 0 and lock.acquire(timeout=random.choice((0, 0.002, 5))):
            time.sleep(random.choice((0, 0.001)))
            lock.release()
        elif kind == 1:
            with again, again:
                time.sleep(random.choice((0, 0.001)))
        elif kind == 2 and permits.acquire(timeout=random.choice((0, 0.002, 5))):
            time.sleep(0.001)
            permits.release()
        elif kind == 3:
            try:
                items.put(random.random(), timeout=0.002)
            except queue.Full:
                pass
        elif kind == 4:
            try:
                items.get(timeout=0.002)
            except queue.Empty:
                pass
    gate.wait()


def nap(permits):
    with permits:
        time.sleep(3600)


if __name__ == "__main__":
    lock, again = multiprocessing.Lock(), multiprocessing.RLock()
    permits, items = multiprocessing.BoundedSemaphore(3), multiprocessing.Queue(2)
    gate = multiprocessing.Barrier(4)
    shared = (lock, again, permits, items, gate)
    walkers = [multiprocessing.Process(target=walk, args=shared) for _ in range(3)]
    sleeper = multiprocessing.Process(target=nap, args=(permits,))
    for process in (sleeper, *walkers):
        process.start()
    time.sleep(0.05)
    sleeper.kill()
    gate.wait()
    for process in (sleeper, *walkers):
        process.join()
    assert [process.exitcode for process in walkers] == [0, 0, 0]
    assert permits.get_value() == 2 and lock.acquire(False)
    print("ok")
