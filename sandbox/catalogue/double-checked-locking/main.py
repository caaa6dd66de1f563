# The reference is published before the fields are set: another thread sees a half-built object.
import threading


class Config:
    pass


instance = None
lock = threading.Lock()


def get():
    global instance
    if instance is None:
        with lock:
            if instance is None:
                instance = made = Config()
                made.port = 80
    assert instance.port == 80


threads = [threading.Thread(target=get, name=f"t{i}") for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
