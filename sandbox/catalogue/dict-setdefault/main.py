import threading

table = {}
got = [None, None]


def make(me):
    got[me] = table.setdefault("key", object())


threads = [threading.Thread(target=make, args=(i,), name=f"t{i}") for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert got[0] is got[1]
