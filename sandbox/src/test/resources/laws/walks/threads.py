# A random walk of threads over locks, a semaphore, an event, a condition, queues and a barrier,
# with timeouts: whatever the seed, the trace must keep the laws.
import queue
import random
import threading
import time

lock, again = threading.Lock(), threading.RLock()
permits, event = threading.BoundedSemaphore(2), threading.Event()
room, stock = threading.Condition(), 0
gate = threading.Barrier(4)
lines = [queue.Queue(2), queue.LifoQueue(2), queue.SimpleQueue()]


def patience():
    return random.choice((0.001, 0.002, 5))


def take(thing):
    if thing.acquire(timeout=patience()):
        time.sleep(random.choice((0, 0.001)))
        thing.release()


def take_twice():
    with again, again:
        time.sleep(random.choice((0, 0.001)))


def signal():
    random.choice((event.set, event.clear, lambda: event.wait(0.001)))()


def stock_up():
    global stock
    with room:
        stock += 1
        room.notify(random.choice((1, 2)))


def use_up():
    global stock
    with room:
        if room.wait_for(lambda: stock, patience() / 5):
            stock -= 1


def pass_on():
    line = random.choice(lines)
    try:
        if random.random() < 0.5:
            line.put(random.random(), timeout=0.002)
        else:
            line.get(timeout=0.002)
    except (queue.Full, queue.Empty):
        pass


def walk():
    for _ in range(12):
        random.choice((lambda: take(lock), lambda: take(permits), take_twice, signal, stock_up,
                       use_up, pass_on, pass_on))()
    gate.wait()


walkers = [threading.Thread(target=walk) for _ in range(3)]
for walker in walkers:
    walker.start()
gate.wait()
for walker in walkers:
    walker.join()
assert lock.acquire(False) and permits.acquire(False) and permits.acquire(False)
print("ok")
