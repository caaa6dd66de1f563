# The rest of what explored programs are made of.
import queue
import threading


class Account:
    def __init__(self):
        self.balance = 0


def give(n):
    orders.put(n)
    with ready:
        account.balance += n
        ready.notify_all()
    with permits:
        done.set()


def take():
    with ready:
        while account.balance < 3:
            ready.wait()
    try:
        seen[orders.get()] = account.balance
    except KeyError as error:
        print(error)
    done.wait()


account, seen = Account(), {}
orders, ready = queue.Queue(2), threading.Condition()
done, permits = threading.Event(), threading.Semaphore(1)
threads = [threading.Thread(target=give, args=(n,)) for n in (1, 2)]
threads.append(threading.Thread(target=take))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(seen, orders.qsize())
