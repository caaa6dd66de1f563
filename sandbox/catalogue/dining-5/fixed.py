import threading

N = 5
forks = [threading.Lock() for _ in range(N)]


def philosopher(i):
    first, second = sorted((i, (i + 1) % N))
    with forks[first]:
        with forks[second]:
            pass


threads = [threading.Thread(target=philosopher, args=(i,), name=f"p{i}") for i in range(N)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
