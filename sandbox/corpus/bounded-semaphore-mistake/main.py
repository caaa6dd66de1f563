import threading


def help_out(seats):
    with seats:
        print(f"{threading.current_thread().name} sits down and gets up")
    seats.release()  # the mistake: `with` has done that already


seats = threading.Semaphore(2)
helper = threading.Thread(target=help_out, args=(seats,), name="believed")
helper.start()
helper.join()
print("seated:", [seats.acquire(blocking=False) for _ in range(3)])

bounded = threading.BoundedSemaphore(2)
helper = threading.Thread(target=help_out, args=(bounded,), name="caught")
helper.start()
helper.join()
