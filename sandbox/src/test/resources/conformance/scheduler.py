"""sched.scheduler on the clock of the run."""
import sched
import threading
import time

seen = []
plan = sched.scheduler()
started = time.monotonic()


def note(text="default", *, more=""):
    seen.append((text + more, round(time.monotonic() - started, 1)))


plan.enter(0.3, 1, note, ("third",))
late = plan.enter(0.4, 1, note, argument=("never",))
plan.enter(0.1, 2, note, kwargs={"more": "!"})
plan.enterabs(started + 0.1, 1, note, argument=("first",))
assert not plan.empty() and [event.priority for event in plan.queue] == [1, 2, 1, 1]
plan.cancel(late)
try:
    plan.cancel(late)
except ValueError:
    seen.append("cancelled once")
plan.run()
assert seen == ["cancelled once", ("first", 0.1), ("default!", 0.1), ("third", 0.3)], seen
assert plan.empty() and plan.run() is None
plan.enter(5, 1, note)
left = plan.run(blocking=False)
assert 4 < left <= 5 and len(plan.queue) == 1
plan.cancel(plan.queue[0])

custom = sched.scheduler(time.time, time.sleep)
worker = threading.Thread(target=lambda: (custom.enter(0.2, 1, note, ("thread",)), custom.run()))
worker.start()
worker.join()
assert seen[-1][0] == "thread" and seen[-1][1] >= 0.5
print("ok")
