import threading


class Latch:
    def __init__(self, count):
        self.count = count
        self.condition = threading.Condition()

    def count_down(self):
        with self.condition:
            self.count -= 1
            if self.count == 0:
                self.condition.notify_all()

    def wait(self):
        with self.condition:
            while self.count > 0:
                self.condition.wait()


latch = Latch(2)
threads = [threading.Thread(target=latch.count_down, name="count_down"), threading.Thread(target=latch.wait, name="wait")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
