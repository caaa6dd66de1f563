import threading

capacity = 1
items = []
condition = threading.Condition()


def producer():
    with condition:
        while len(items) == capacity:
            condition.wait()
        items.append(1)
        condition.notify_all()


def consumer():
    with condition:
        while not items:
            condition.wait()
        items.pop(0)
        condition.notify_all()


threads = [
    threading.Thread(target=producer, name="p1"),
    threading.Thread(target=producer, name="p2"),
    threading.Thread(target=consumer, name="c1"),
    threading.Thread(target=consumer, name="c2"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
