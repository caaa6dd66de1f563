import threading

condition = threading.Condition()


def waiter():
    with condition:
        condition.wait()


def notifier():
    with condition:
        condition.notify()


threads = [threading.Thread(target=waiter, name="waiter"), threading.Thread(target=notifier, name="notifier")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
