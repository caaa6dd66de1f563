import threading
import time

places = threading.Semaphore(3)


def park(car):
    with places:
        print(f"{car} parks")
        time.sleep(0.75)
        print(f"{car} leaves")


cars = []
for number in range(1, 7):
    name = f"car-{number}"
    car = threading.Thread(target=park, args=(name,), name=name)
    car.start()
    cars.append(car)
    time.sleep(0.1)

for car in cars:
    car.join()
