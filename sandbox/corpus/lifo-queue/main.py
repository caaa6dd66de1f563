import queue
import threading
import time

pile = queue.LifoQueue()


def wash():
    for _ in range(4):
        plate = pile.get()
        print(f"washing the {plate} plate")
        time.sleep(0.2)


for plate in ("red", "green", "blue"):
    pile.put(plate)

washer = threading.Thread(target=wash, name="washer")
washer.start()
time.sleep(0.1)
pile.put("white")
washer.join()
