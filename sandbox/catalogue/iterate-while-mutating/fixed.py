# Going through all of it and writing are each one piece, under a lock.
import threading

table = {"a": 1, "b": 2, "c": 3}
lock = threading.Lock()


def read():
    with lock:
        for key in table:
            pass


def write():
    with lock:
        table["d"] = 4


threads = [threading.Thread(target=read, name="reader"),
           threading.Thread(target=write, name="writer")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
