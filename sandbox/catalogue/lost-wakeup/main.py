import threading

ready = False
condition = threading.Condition()


def waiter():
    if not ready:
        with condition:
            condition.wait()


def setter():
    global ready
    ready = True
    with condition:
        condition.notify()


threads = [threading.Thread(target=waiter, name="waiter"), threading.Thread(target=setter, name="setter")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
