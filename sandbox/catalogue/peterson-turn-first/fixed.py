# Peterson's algorithm in its right order; who does not get in at once gives up.
import threading

flags = [False, False]
turn = 0
inside = threading.Lock()


def enter(me):
    global turn
    other = 1 - me
    flags[me] = True
    turn = other
    if not flags[other] or turn == me:
        assert inside.acquire(blocking=False), "both are inside"
        inside.release()
        flags[me] = False


threads = [threading.Thread(target=enter, args=(i,), name=f"t{i}") for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
