import threading
import time

left = threading.Lock()
right = threading.Lock()


def take_left_first():
    with left:
        print("Anna has left and wants right")
        time.sleep(0.2)
        with right:
            print("Anna has both")


def take_right_first():
    time.sleep(0.1)
    with right:
        print("Bert has right and wants left")
        time.sleep(0.2)
        with left:
            print("Bert has both")


anna = threading.Thread(target=take_left_first, name="Anna")
bert = threading.Thread(target=take_right_first, name="Bert")
anna.start()
bert.start()
anna.join()
bert.join()
