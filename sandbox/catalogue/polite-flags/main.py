# Each raises its flag and waits busily until the other's is down: both can wait for ever.
import threading

flags = [False, False]


def enter(me):
    flags[me] = True
    while flags[1 - me]:
        pass
    flags[me] = False


threads = [threading.Thread(target=enter, args=(i,), name=f"t{i}") for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
