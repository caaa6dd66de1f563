import threading
import time

COUNT = 5
forks = [threading.Lock() for _ in range(COUNT)]
meals = []


def dine(seat):
    low, high = sorted((seat, (seat + 1) % COUNT))
    with forks[low]:
        time.sleep(0.1)
        with forks[high]:
            meals.append(seat)


philosophers = [
    threading.Thread(target=dine, args=(seat,), name=f"philosopher-{seat}") for seat in range(COUNT)
]
for philosopher in philosophers:
    philosopher.start()
for philosopher in philosophers:
    philosopher.join()

print("meals eaten by", sorted(meals))
