import queue
import threading
import time

shelf = queue.Queue()


def bake():
    for loaf in ("rye", "wheat", "oat"):
        time.sleep(0.1)
        shelf.put(loaf)


def sell():
    for customer in range(1, 5):
        print(f"customer {customer} gets {shelf.get()} bread")


baker = threading.Thread(target=bake, name="baker")
seller = threading.Thread(target=sell, name="seller")
baker.start()
seller.start()
baker.join()
seller.join()
print("sold out")
