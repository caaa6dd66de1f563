import threading

a = threading.Lock()
b = threading.Lock()
shared = 0


def add_under_a():
    global shared
    with a:
        shared += 1


def add_under_b():
    global shared
    with a:
        shared += 1


threads = [threading.Thread(target=t) for t in (add_under_a, add_under_a, add_under_b)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert shared == 3, shared
