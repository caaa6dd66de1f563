import threading

table = {"a": 1, "b": 2}


def read():
    for key in table:
        pass


def write():
    table["c"] = 3


threads = [threading.Thread(target=read, name="read"), threading.Thread(target=write, name="write")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
