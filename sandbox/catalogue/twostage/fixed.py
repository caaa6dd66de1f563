import threading

lock_a = threading.Lock()
lock_b = threading.Lock()
first = 0
second = 0


def stage():
    global first, second
    with lock_a:
        first = 1
        with lock_b:
            second = first + 1


def reader():
    with lock_a:
        if first == 0:
            return
        seen = first
        with lock_b:
            assert second == seen + 1, (seen, second)


threads = [threading.Thread(target=stage, name="stage"), threading.Thread(target=reader, name="reader")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
