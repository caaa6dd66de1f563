# A barrier with one turnstile, used again: a fast thread goes round and passes a second time while
# a slow one still waits for the first.
import threading

PARTIES = 2
LAPS = 2
arrived = 0
mutex = threading.Lock()
turnstile = threading.Semaphore(0)
passed = [0] * PARTIES


def run(me):
    global arrived
    for _ in range(LAPS):
        with mutex:
            arrived += 1
            if arrived == PARTIES:
                turnstile.release()
        turnstile.acquire()
        turnstile.release()
        with mutex:
            passed[me] += 1
            assert max(passed) - min(passed) < 2, "lapped"
            arrived -= 1
            if arrived == 0:
                turnstile.acquire()


threads = [threading.Thread(target=run, args=(i,), name=f"t{i}") for i in range(PARTIES)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
