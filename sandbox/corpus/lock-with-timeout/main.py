import threading
import time

room = threading.Lock()


def own():
    with room:
        time.sleep(0.5)


def visit():
    time.sleep(0.1)
    while not room.acquire(timeout=0.3):
        print("still taken, having a coffee")
    print("finally in the room")
    room.release()


owner = threading.Thread(target=own, name="owner")
visitor = threading.Thread(target=visit, name="visitor")
owner.start()
visitor.start()
owner.join()
visitor.join()
