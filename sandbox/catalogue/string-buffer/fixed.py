import threading


class Buffer:
    def __init__(self, text):
        self.lock = threading.Lock()
        self.text = list(text)

    def length(self):
        with self.lock:
            return len(self.text)

    def copy(self, count):
        with self.lock:
            assert count <= len(self.text), "beyond the end"
            return self.text[:count]

    def all(self):
        with self.lock:
            return self.text[: len(self.text)]

    def clear(self):
        with self.lock:
            self.text = []


source = Buffer("abc")


def append():
    source.all()


def erase():
    source.clear()


threads = [threading.Thread(target=append, name="append"), threading.Thread(target=erase, name="erase")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
