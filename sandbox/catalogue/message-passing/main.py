import threading

data = ready = 0
seen_data = seen_ready = -1


def send():
    global data, ready
    data = 1
    ready = 1


def receive():
    global seen_ready, seen_data
    seen_ready = ready
    seen_data = data


threads = [threading.Thread(target=send, name="send"), threading.Thread(target=receive, name="receive")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert seen_data >= seen_ready
