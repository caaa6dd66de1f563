# Reading and writing under one lock: no store is carried over another's.
import threading

counter = 0
lock = threading.Lock()


def add():
    global counter
    for _ in range(3):
        with lock:
            counter += 1


threads = [threading.Thread(target=add, name=f"t{i}") for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert counter == 6, counter
