# Peterson's algorithm with the turn given away before the flag is raised; who does not get in at
# once gives up. The right order is in the folder `peterson`.
import threading

flags = [False, False]
turn = 0
inside = threading.Lock()


def enter(me):
    global turn
    other = 1 - me
    turn = other
    flags[me] = True
    if not flags[other] or turn == me:
        assert inside.acquire(blocking=False), "both are inside"
        inside.release()
        flags[me] = False


threads = [threading.Thread(target=enter, args=(i,), name=f"t{i}") for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
