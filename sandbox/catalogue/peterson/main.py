# Peterson's algorithm as it should be: the flag first, then the turn; who has to wait looks again.
import threading

flags = [False, False]
turn = 0
inside = threading.Lock()


def enter(me):
    global turn
    other = 1 - me
    flags[me] = True
    turn = other
    while flags[other] and turn == other:
        pass
    assert inside.acquire(blocking=False), "both are inside"
    inside.release()
    flags[me] = False


threads = [threading.Thread(target=enter, args=(i,), name=f"t{i}") for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
