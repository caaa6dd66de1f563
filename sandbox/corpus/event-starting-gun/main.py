import threading
import time

gun = threading.Event()


def run(name, seconds):
    gun.wait()
    time.sleep(seconds)
    print(f"{name} arrives")


runners = [
    threading.Thread(target=run, args=("Anna", 0.6), name="Anna"),
    threading.Thread(target=run, args=("Bert", 0.2), name="Bert"),
    threading.Thread(target=run, args=("Cleo", 0.4), name="Cleo"),
]
for runner in runners:
    runner.start()

time.sleep(0.2)
print("bang!")
gun.set()
for runner in runners:
    runner.join()
