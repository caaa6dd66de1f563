from multiprocessing import Pool


def is_prime(number):
    divisor = 2
    while divisor * divisor <= number:
        if number % divisor == 0:
            return False
        divisor += 1
    return number > 1


if __name__ == "__main__":
    numbers = [112, 113, 1009, 1011, 7919, 7921]
    with Pool(processes=3) as pool:
        for number, prime in zip(numbers, pool.map(is_prime, numbers)):
            print(number, "is prime" if prime else "is not prime")
        try:
            pool.map(lambda number: number, numbers)
        except Exception as error:
            print("a lambda cannot be sent:", "pickle" in str(error))
