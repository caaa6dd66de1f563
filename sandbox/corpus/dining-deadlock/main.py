import threading
import time

COUNT = 5
forks = [threading.Lock() for _ in range(COUNT)]


def dine(seat):
    with forks[seat]:
        time.sleep(0.1)
        with forks[(seat + 1) % COUNT]:
            print(f"philosopher {seat} eats")


philosophers = [
    threading.Thread(target=dine, args=(seat,), name=f"philosopher-{seat}") for seat in range(COUNT)
]
for philosopher in philosophers:
    philosopher.start()
for philosopher in philosophers:
    philosopher.join()
