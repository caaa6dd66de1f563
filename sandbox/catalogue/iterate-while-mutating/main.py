import threading

table = {"a": 1, "b": 2, "c": 3}


def read():
    for key in table:
        pass


def write():
    table["d"] = 4


threads = [threading.Thread(target=read, name="reader"),
           threading.Thread(target=write, name="writer")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
