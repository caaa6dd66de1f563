import threading

flags = [False, False]
inside = 0


def enter(me):
    global inside
    other = 1 - me
    if not flags[other]:
        flags[me] = True
        inside += 1
        assert inside == 1
        inside -= 1
        flags[me] = False


threads = [threading.Thread(target=enter, args=(i,), name=f"t{i}") for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
