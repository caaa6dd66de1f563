import threading
import time

gate = threading.Barrier(3, action=lambda: print("--- everybody is here"))


def run(name, seconds):
    for number in (1, 2):
        time.sleep(seconds)
        print(f"{name} finishes round {number}")
        gate.wait()


runners = [
    threading.Thread(target=run, args=("Anna", 0.1), name="Anna"),
    threading.Thread(target=run, args=("Bert", 0.3), name="Bert"),
    threading.Thread(target=run, args=("Cleo", 0.5), name="Cleo"),
]
for runner in runners:
    runner.start()
for runner in runners:
    runner.join()
