import threading

mutex = threading.Semaphore(1)
filled = threading.Semaphore(0)


def consumer():
    filled.acquire()
    mutex.acquire()
    mutex.release()


def producer():
    mutex.acquire()
    filled.release()
    mutex.release()


threads = [threading.Thread(target=consumer, name="consumer"), threading.Thread(target=producer, name="producer")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
