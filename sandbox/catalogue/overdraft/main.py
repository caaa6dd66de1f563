import threading

balance = 100


def withdraw():
    global balance
    if balance >= 80:
        balance -= 80


threads = [threading.Thread(target=withdraw, name=f"t{i}") for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert balance >= 0, balance
