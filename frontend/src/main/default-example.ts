/** The program a newcomer finds in the editor: two threads that contend for one lock. */
export const DEFAULT_SOURCE = `import threading
import time

lock = threading.Lock()
counter = 0


def add():
    global counter
    name = threading.current_thread().name
    for _ in range(3):
        with lock:
            seen = counter
            time.sleep(0.01)
            counter = seen + 1
            print(name, "counted to", counter)


first = threading.Thread(target=add, name="adder-0")
second = threading.Thread(target=add, name="adder-1")
first.start()
second.start()
first.join()
second.join()
print("the counter is", counter)
`;

/** The name its tracebacks show. */
export const FILE = 'main.py';
