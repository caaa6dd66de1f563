# A barrier with one turnstile, used again: a fast thread goes round and passes a second time while
# a slow one still waits for the first.
import threading

PARTIES = 2
LAPS = 2
inside = 0
mutex = threading.Lock()
turnstile = threading.Semaphore(0)
laps = [0] * PARTIES


def run(me):
    global inside
    for lap in range(1, LAPS + 1):
        with mutex:
            inside += 1
            now = inside
        if now == PARTIES:
            turnstile.release()
        turnstile.acquire()
        turnstile.release()
        with mutex:
            inside -= 1
            now = inside
        if now == 0:
            turnstile.acquire()
        laps[me] = lap
        assert laps[1 - me] >= lap - 1, "lapped"


threads = [threading.Thread(target=run, args=(i,), name=f"t{i}") for i in range(PARTIES)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
