import threading


def share(people):
    print(f"12 slices for {people} people")
    print(f"{12 // people} slices each")


for people in (3, 0, 4):
    thread = threading.Thread(target=share, args=(people,), name=f"table-of-{people}")
    thread.start()
    thread.join()

print("the main thread has noticed nothing")
