import threading
import time

kitchen = threading.Condition()
soup = []


def cook():
    time.sleep(0.5)
    with kitchen:
        soup.append("tomato soup")
        kitchen.notify()


def eat():
    with kitchen:
        while not kitchen.wait_for(lambda: soup, timeout=0.3):
            print("guest: how long will it take?")
        print(f"guest: {soup.pop()}, at last")


guest = threading.Thread(target=eat, name="guest")
chef = threading.Thread(target=cook, name="cook")
guest.start()
chef.start()
guest.join()
chef.join()
