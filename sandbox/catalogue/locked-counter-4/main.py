import threading

counter = 0
lock = threading.Lock()


def add():
    global counter
    with lock:
        counter += 1


threads = [threading.Thread(target=add, name=f"t{i}") for i in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert counter == 4, counter
