import threading

arrived = 0
lock = threading.Lock()


def arrive():
    global arrived
    with lock:
        arrived += 1


threads = [threading.Thread(target=arrive, name=f"t{i}") for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert arrived == 2, arrived
