/** The program a newcomer finds in the editor: two threads that contend for one lock. */
export const DEFAULT_SOURCE = `import threading
import time

lock = threading.Lock()
counter = 0


def add(times):
    global counter
    for _ in range(times):
        with lock:
            seen = counter
            time.sleep(0.01)
            counter = seen + 1
            print(threading.current_thread().name, "made it", counter)


threads = [
    threading.Thread(target=add, args=(3,), name=f"adder-{i}")
    for i in range(2)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("counter is", counter)
`;

/** The name its tracebacks show. */
export const FILE = 'main.py';
