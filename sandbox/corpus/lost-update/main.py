import threading
import time

counter = 0


def add_one():
    global counter
    value = counter
    time.sleep(0.1)  # long enough for the other thread to read the same value
    counter = value + 1


threads = [threading.Thread(target=add_one, name=f"adder-{n}") for n in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(f"two increments, counted {counter}")
