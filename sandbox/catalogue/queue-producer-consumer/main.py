import queue
import threading

orders = queue.Queue(maxsize=1)
done = []


def produce():
    for n in range(2):
        orders.put(n)
    orders.put(None)


def consume():
    while (order := orders.get()) is not None:
        done.append(order)


threads = [threading.Thread(target=produce, name="produce"), threading.Thread(target=consume, name="consume")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert done == [0, 1], done
