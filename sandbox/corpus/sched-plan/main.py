import sched
import time

HOUR = 0.2  # an hour of this evening takes a fifth of a second
start = time.time()


def note(text):
    print(f"{(time.time() - start) / HOUR:.0f} h: {text}")


evening = sched.scheduler(time.time, time.sleep)
evening.enterabs(start + 2 * HOUR, 2, note, ("wash the dishes",))
evening.enterabs(start + 2 * HOUR, 1, note, ("take the cake out",))
visit = evening.enter(3 * HOUR, 1, note, ("aunt Mina comes",))
evening.enter(1 * HOUR, 1, note, kwargs={"text": "put the cake in"})
evening.cancel(visit)
evening.run()
print("nothing left:", evening.empty())
