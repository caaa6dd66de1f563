# Looking and raising in one piece: a lock that is only tried.
import threading

flag = threading.Lock()
inside = threading.Lock()


def enter():
    if flag.acquire(blocking=False):
        assert inside.acquire(blocking=False), "both are inside"
        inside.release()
        flag.release()


threads = [threading.Thread(target=enter, name=f"t{i}") for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
