import threading


class Account:
    def __init__(self):
        self.lock = threading.RLock()
        self.balance = 0

    def deposit(self, amount):
        with self.lock:
            self.balance += amount

    def deposit_all(self, amounts):
        with self.lock:
            for amount in amounts:
                self.deposit(amount)


account = Account()
threads = [
    threading.Thread(target=account.deposit_all, args=([10, 20],), name="Anna"),
    threading.Thread(target=account.deposit_all, args=([1, 2],), name="Bert"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(account.balance)
