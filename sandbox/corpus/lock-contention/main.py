import threading
import time

bathroom = threading.Lock()


def wash(name):
    print(f"{name} knocks")
    with bathroom:
        print(f"{name} goes in")
        time.sleep(0.5)
        print(f"{name} comes out")


threads = []
for name in ("Anna", "Bert", "Cleo"):
    thread = threading.Thread(target=wash, args=(name,), name=name)
    thread.start()
    threads.append(thread)
    time.sleep(0.1)

for thread in threads:
    thread.join()
