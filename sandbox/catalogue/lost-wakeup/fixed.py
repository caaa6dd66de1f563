import threading

ready = False
condition = threading.Condition()


def waiter():
    with condition:
        while not ready:
            condition.wait()


def setter():
    global ready
    with condition:
        ready = True
        condition.notify()


threads = [threading.Thread(target=waiter, name="waiter"), threading.Thread(target=setter, name="setter")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
