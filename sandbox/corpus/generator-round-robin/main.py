from collections import deque


def chop(what, times):
    for cut in range(1, times + 1):
        print(f"  {what}: cut {cut}")
        yield


def cook(dish, *vegetables):
    print(f"{dish}: begun")
    for vegetable in vegetables:
        yield from chop(f"{vegetable} for the {dish}", 2)
    print(f"{dish}: ready")


def run(*tasks):
    waiting = deque(tasks)
    while waiting:
        task = waiting.popleft()
        try:
            next(task)
        except StopIteration:
            continue
        waiting.append(task)


run(cook("soup", "carrot", "leek"), cook("salad", "radish"))
