import threading
import time

request = threading.local()


def serve(user, seconds):
    request.user = user
    time.sleep(seconds)
    print(f"{threading.current_thread().name} serves {request.user}")


first = threading.Thread(target=serve, args=("Mina", 0.2), name="desk-1")
second = threading.Thread(target=serve, args=("Joon", 0.4), name="desk-2")

first.start()
second.start()
first.join()
second.join()
print("main has a user:", hasattr(request, "user"))
