# A bit of everything that ordinary programs use.
import queue
import random
import threading
import time


def work(n):
    for i in range(n):
        with lock:
            total.append(i)
        time.sleep(0.001)
    done.set()
    orders.put(n)


total = []
lock = threading.Lock()
done = threading.Event()
ready = threading.Condition()
orders = queue.Queue(2)
threads = [threading.Thread(target=work, args=(3,)) for _ in range(2)]
for thread in threads:
    thread.start()
done.wait()
with ready:
    ready.wait(0.01)
for thread in threads:
    orders.get()
    thread.join()
print(len(total), f"{time.perf_counter():.3f}")
