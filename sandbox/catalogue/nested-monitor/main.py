import threading

outer = threading.Lock()
inner = threading.Condition()
full = False


def take():
    with outer:
        with inner:
            while not full:
                inner.wait()


def put():
    global full
    with outer:
        with inner:
            full = True
            inner.notify()


threading.Thread(target=put, name="put")

threads = [threading.Thread(target=take, name="take"), threading.Thread(target=put, name="put")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
