import threading

x = y = 0
seen_x = seen_y = -1


def one():
    global x, seen_y
    x = 1
    seen_y = y


def other():
    global y, seen_x
    y = 1
    seen_x = x


threads = [threading.Thread(target=one, name="one"), threading.Thread(target=other, name="other")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert (seen_x, seen_y) != (0, 0)
