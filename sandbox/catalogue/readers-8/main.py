import threading

value = 0
seen = [0] * 8


def write():
    global value
    value = 1


def read(me):
    seen[me] = value


threads = [threading.Thread(target=read, args=(i,), name=f"reader-{i}") for i in range(8)]
threads.append(threading.Thread(target=write, name="writer"))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
