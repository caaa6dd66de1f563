import threading

counter = 0


def add():
    global counter
    value = counter
    counter = value + 1


threads = [threading.Thread(target=add, name=f"t{i}") for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert counter == 2, counter
