import threading

condition = threading.Condition()
told = False


def waiter():
    with condition:
        while not told:
            condition.wait()


def notifier():
    global told
    with condition:
        told = True
        condition.notify()


threads = [threading.Thread(target=waiter, name="waiter"), threading.Thread(target=notifier, name="notifier")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
