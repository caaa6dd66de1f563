# Long enough to bring the compiler in.
import threading


def work(n):
    global total
    for i in range(n):
        with lock:
            total += i % 3


total = 0
lock = threading.Lock()
threads = [threading.Thread(target=work, args=(200_000,)) for _ in range(2)]
for thread in threads:
    thread.start()
for i in range(400_000):
    pass
for thread in threads:
    thread.join()
