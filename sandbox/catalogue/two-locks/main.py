import threading

a = threading.Lock()
b = threading.Lock()


def one():
    with a:
        with b:
            pass


def other():
    with b:
        with a:
            pass


threads = [threading.Thread(target=one, name="one"), threading.Thread(target=other, name="other")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
