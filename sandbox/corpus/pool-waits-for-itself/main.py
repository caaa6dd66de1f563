from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(max_workers=1)


def inner():
    return 42


def outer():
    answer = pool.submit(inner)
    return answer.result()


print("asking", flush=True)
question = pool.submit(outer)
print(question.result())
