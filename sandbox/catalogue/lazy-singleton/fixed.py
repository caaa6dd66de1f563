import threading

instance = None
built = []
lock = threading.Lock()


def get():
    global instance
    with lock:
        if instance is None:
            instance = object()
            built.append(1)


threads = [threading.Thread(target=get, name=f"t{i}") for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert len(built) == 1, built
