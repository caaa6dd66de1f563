import threading

a = 0
b = 0


def setter():
    global a, b
    a = 1
    b = -1


def checker():
    x = a
    y = b
    assert (x, y) in ((0, 0), (1, -1)), (x, y)


threads = [threading.Thread(target=setter) for _ in range(2)]
threads.append(threading.Thread(target=checker))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
