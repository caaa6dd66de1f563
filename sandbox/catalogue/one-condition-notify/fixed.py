import threading

capacity = 1
items = []
condition = threading.Condition()


def producer():
    for n in range(2):
        with condition:
            while len(items) == capacity:
                condition.wait()
            items.append(n)
            condition.notify_all()


def consumer():
    with condition:
        while not items:
            condition.wait()
        items.pop(0)
        condition.notify_all()


threads = [
    threading.Thread(target=producer, name="producer"),
    threading.Thread(target=consumer, name="c1"),
    threading.Thread(target=consumer, name="c2"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
