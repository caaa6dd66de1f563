import threading
import time


def greet(name):
    for number in range(1, 4):
        print(f"{name} says {number}")
        time.sleep(0.2)


anna = threading.Thread(target=greet, args=("Anna",), name="Anna")
bert = threading.Thread(target=greet, args=("Bert",), name="Bert")

anna.start()
time.sleep(0.1)  # half a beat, so that the two alternate
bert.start()

anna.join()
bert.join()
print("both are done")
