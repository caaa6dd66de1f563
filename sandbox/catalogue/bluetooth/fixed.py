# The stop flag is tested and the counter raised under one lock, and set under it.
import threading

stopping = False
pending = 1
stopped = False
lock = threading.Lock()
last_gone = threading.Semaphore(0)


def leave():
    global pending
    with lock:
        pending -= 1
        is_last = pending == 0
    if is_last:
        last_gone.release()


def worker():
    global pending
    with lock:
        if stopping:
            return
        pending += 1
    assert not stopped, "used after stop"
    leave()


def stopper():
    global stopping, stopped
    with lock:
        stopping = True
    leave()
    last_gone.acquire()
    stopped = True


threads = [threading.Thread(target=worker, name="worker"),
           threading.Thread(target=stopper, name="stopper")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
