# Looking only under the lock.
import threading


class Config:
    pass


instance = None
lock = threading.Lock()


def get():
    global instance
    with lock:
        if instance is None:
            instance = Config()
            instance.port = 80
        assert instance.port == 80


threads = [threading.Thread(target=get, name=f"t{i}") for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
