# Something of what programs are explored for.
import threading


def add():
    global total
    total = total + 1
    with lock:
        seen.append(total)


total = 0
seen = []
lock = threading.Lock()
threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert total == 2, total
