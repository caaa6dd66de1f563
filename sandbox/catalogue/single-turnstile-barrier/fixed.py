# Two turnstiles: the second is open only when all have passed the first.
import threading

PARTIES = 2
LAPS = 2
arrived = 0
mutex = threading.Lock()
entry = threading.Semaphore(0)
exit_ = threading.Semaphore(0)
passed = [0] * PARTIES


def run(me):
    global arrived
    for _ in range(LAPS):
        with mutex:
            arrived += 1
            if arrived == PARTIES:
                entry.release(PARTIES)
        entry.acquire()
        with mutex:
            passed[me] += 1
            assert max(passed) - min(passed) < 2, "lapped"
            arrived -= 1
            if arrived == 0:
                exit_.release(PARTIES)
        exit_.acquire()


threads = [threading.Thread(target=run, args=(i,), name=f"t{i}") for i in range(PARTIES)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
