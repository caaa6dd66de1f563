# A mutex made of one flag: both look before either raises it. Being inside is a lock that nobody
# may find taken.
import threading

flag = False
inside = threading.Lock()


def enter():
    global flag
    if not flag:
        flag = True
        assert inside.acquire(blocking=False), "both are inside"
        inside.release()
        flag = False


threads = [threading.Thread(target=enter, name=f"t{i}") for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
