# Waiting holds no lock but the one that it gives back.
import threading

inner = threading.Condition()
full = False


def take():
    with inner:
        while not full:
            inner.wait()


def put():
    global full
    with inner:
        full = True
        inner.notify()


taker = threading.Thread(target=take, name="take")
taker.start()
taker.join(1)
putter = threading.Thread(target=put, name="put")
putter.start()
taker.join()
putter.join()
