from multiprocessing import Lock, Manager, Process


def sell(stock, lock, fruit, pieces):
    for _ in range(pieces):
        with lock:
            stock[fruit] = stock[fruit] - 1


if __name__ == "__main__":
    with Manager() as manager:
        stock = manager.dict(apples=10, pears=10)
        lock = Lock()
        orders = [("apples", 3), ("pears", 4), ("apples", 2)]
        sellers = [Process(target=sell, args=(stock, lock, *order)) for order in orders]
        for seller in sellers:
            seller.start()
        for seller in sellers:
            seller.join()
        for fruit in sorted(stock.keys()):
            print(fruit, stock[fruit])
