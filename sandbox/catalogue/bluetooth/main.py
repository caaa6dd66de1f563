import threading

stopping = False
stopped = False
pending = 1
lock = threading.Lock()


def worker():
    global pending
    if stopping:
        return
    with lock:
        pending += 1
    assert not stopped
    with lock:
        pending -= 1


def stopper():
    global stopping, stopped, pending
    stopping = True
    with lock:
        pending -= 1
        last = pending == 0
    if last:
        stopped = True


threads = [threading.Thread(target=worker, name="worker"), threading.Thread(target=stopper, name="stopper")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
