import threading
import time


def ring(what):
    print(f"ring! the {what} is ready")


egg = threading.Timer(0.3, ring, args=("egg",))
egg.name = "egg"
cake = threading.Timer(0.9, ring, args=("cake",))
cake.name = "cake"

egg.start()
cake.start()

time.sleep(0.6)
print("the oven is broken")
cake.cancel()

egg.join()
cake.join()
print("finished")
