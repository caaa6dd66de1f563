import queue
import threading
import time

patients = queue.PriorityQueue()


def treat():
    while True:
        urgency, name = patients.get()
        print(f"treating {name} (urgency {urgency})")
        time.sleep(0.3)
        patients.task_done()


patients.put((3, "a cold"))
patients.put((2, "a broken arm"))
patients.put((5, "a routine check"))

threading.Thread(target=treat, name="doctor", daemon=True).start()
time.sleep(0.1)
patients.put((1, "a heart attack"))

patients.join()
print("the waiting room is empty")
