import queue
import threading
import time

orders = queue.Queue(maxsize=2)


def bring():
    for number in range(1, 6):
        time.sleep(0.1)
        orders.put(number)
        print(f"order {number} is in")
    orders.put(None)


def cook():
    while (number := orders.get()) is not None:
        time.sleep(0.25)
        print(f"        order {number} is served")


waiter = threading.Thread(target=bring, name="waiter")
chef = threading.Thread(target=cook, name="cook")
waiter.start()
chef.start()
waiter.join()
chef.join()
print("the kitchen is closed")
