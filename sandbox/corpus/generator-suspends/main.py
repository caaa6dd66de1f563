def countdown(n):
    try:
        while n > 0:
            bonus = yield n
            if bonus:
                print("bonus of", bonus)
                n += bonus
            n -= 1
    finally:
        print("countdown is over")


numbers = countdown(3)
print(next(numbers))
print(next(numbers))
print(numbers.send(2))
numbers.close()
print(next(numbers, "nothing left"))
