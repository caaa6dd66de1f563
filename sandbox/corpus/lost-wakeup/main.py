import threading
import time

kitchen = threading.Condition()


def cook():
    with kitchen:
        print("cook: the soup is ready")
        kitchen.notify()


def eat():
    time.sleep(0.2)
    with kitchen:
        print("guest: waiting for the soup")
        kitchen.wait()
        print("guest: thank you")


guest = threading.Thread(target=eat, name="guest")
chef = threading.Thread(target=cook, name="cook")
guest.start()
chef.start()
guest.join()
chef.join()
