import threading

a = 0
b = 0
lock = threading.Lock()


def setter():
    global a, b
    with lock:
        a = 1
        b = -1


def checker():
    with lock:
        assert (a == 0 and b == 0) or (a == 1 and b == -1)


threads = [threading.Thread(target=setter, name=f"setter-{i}") for i in range(2)]
threads.append(threading.Thread(target=checker, name="checker"))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
