import threading
import time


def heartbeat():
    while True:
        print("tick")
        time.sleep(0.2)


def download():
    time.sleep(0.5)
    print("download finished")


beat = threading.Thread(target=heartbeat, name="heartbeat", daemon=True)
load = threading.Thread(target=download, name="download")

beat.start()
load.start()
load.join()
print("the main thread ends, and the daemon with it")
