package braid.trace;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What a task is about to do, or did: one vocabulary, used three ways: pending, recorded, and
/// compared for conflict. `object` and `child` are ids of objects and tasks. Immutable.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Action.Begin.class, name = "begin"),
  @JsonSubTypes.Type(value = Action.End.class, name = "end"),
  @JsonSubTypes.Type(value = Action.Start.class, name = "start"),
  @JsonSubTypes.Type(value = Action.Join.class, name = "join"),
  @JsonSubTypes.Type(value = Action.Kill.class, name = "kill"),
  @JsonSubTypes.Type(value = Action.Sleep.class, name = "sleep"),
  @JsonSubTypes.Type(value = Action.Request.class, name = "request"),
  @JsonSubTypes.Type(value = Action.Yield.class, name = "yield"),
  @JsonSubTypes.Type(value = Action.Print.class, name = "print"),
  @JsonSubTypes.Type(value = Action.Acquire.class, name = "acquire"),
  @JsonSubTypes.Type(value = Action.Release.class, name = "release"),
  @JsonSubTypes.Type(value = Action.Wait.class, name = "wait"),
  @JsonSubTypes.Type(value = Action.Resume.class, name = "resume"),
  @JsonSubTypes.Type(value = Action.Notify.class, name = "notify"),
  @JsonSubTypes.Type(value = Action.Raise.class, name = "set"),
  @JsonSubTypes.Type(value = Action.Lower.class, name = "clear"),
  @JsonSubTypes.Type(value = Action.Await.class, name = "await"),
  @JsonSubTypes.Type(value = Action.Arrive.class, name = "arrive"),
  @JsonSubTypes.Type(value = Action.Pass.class, name = "pass"),
  @JsonSubTypes.Type(value = Action.Abort.class, name = "abort"),
  @JsonSubTypes.Type(value = Action.Reset.class, name = "reset"),
  @JsonSubTypes.Type(value = Action.CountDown.class, name = "countdown"),
  @JsonSubTypes.Type(value = Action.Put.class, name = "put"),
  @JsonSubTypes.Type(value = Action.Get.class, name = "get"),
  @JsonSubTypes.Type(value = Action.TaskDone.class, name = "taskdone"),
  @JsonSubTypes.Type(value = Action.Drain.class, name = "drain"),
  @JsonSubTypes.Type(value = Action.Work.class, name = "work"),
  @JsonSubTypes.Type(value = Action.Complete.class, name = "complete"),
  @JsonSubTypes.Type(value = Action.Result.class, name = "result"),
  @JsonSubTypes.Type(value = Action.Read.class, name = "read"),
  @JsonSubTypes.Type(value = Action.Write.class, name = "write"),
  @JsonSubTypes.Type(value = Action.Cancel.class, name = "cancel"),
  @JsonSubTypes.Type(value = Action.Call.class, name = "call"),
  @JsonSubTypes.Type(value = Action.Next.class, name = "next"),
  @JsonSubTypes.Type(value = Action.Suspend.class, name = "suspend")
})
public sealed interface Action {

  /// An action on one object.
  sealed interface OnObject extends Action {
    int object();
  }

  /// The task's first step.
  record Begin() implements Action {}

  /// The task's last step; `error` is empty, or the exception nobody handled ("ValueError: x").
  record End(String error) implements Action {}

  /// Makes the task `child` runnable.
  record Start(int child) implements Action {}

  /// Waits until the task `child` has ended.
  record Join(int child) implements Action {}

  /// Ends the process `child` with all its threads, at once; what it holds stays held.
  record Kill(int child) implements Action {}

  /// Waits for `nanos` of virtual time; 0 only gives others a chance.
  record Sleep(long nanos) implements Action {}

  /// Asks the simulated network for `request` and waits `nanos` for the answer.
  record Request(String request, long nanos) implements Action {}

  /// Was preempted after a slice of computing, or gave way by itself.
  record Yield() implements Action {}

  /// Wrote text.
  record Print(Stream stream, String text) implements Action {}

  /// Takes a lock or one permit of a semaphore.
  record Acquire(int object) implements OnObject {}

  /// Gives back a lock, or `count` permits of a semaphore.
  record Release(int object, int count) implements OnObject {}

  /// Gives the condition's lock back and enters its waiting room.
  record Wait(int object) implements OnObject {}

  /// Leaves the waiting room, notified or out of time, holding the condition's lock again.
  record Resume(int object) implements OnObject {}

  /// Wakes up to `count` waiters of a condition; -1 wakes all.
  record Notify(int object, int count) implements OnObject {}

  /// Sets an event.
  record Raise(int object) implements OnObject {}

  /// Clears an event.
  record Lower(int object) implements OnObject {}

  /// Waits for an event, for a latch to reach zero, or as the thread of an event loop for something
  /// to do.
  record Await(int object) implements OnObject {}

  /// Arrives at a barrier.
  record Arrive(int object) implements OnObject {}

  /// Goes through an opened barrier.
  record Pass(int object) implements OnObject {}

  /// Breaks a barrier.
  record Abort(int object) implements OnObject {}

  /// Resets a barrier.
  record Reset(int object) implements OnObject {}

  /// Counts a latch down.
  record CountDown(int object) implements OnObject {}

  /// Puts an item, shown as `item`, into a queue.
  record Put(int object, String item) implements OnObject {}

  /// Takes an item out of a queue; `item` is empty while pending.
  record Get(int object, String item) implements OnObject {}

  /// Says that an item taken from the queue has been worked on.
  record TaskDone(int object) implements OnObject {}

  /// Waits until all items of a queue have been worked on.
  record Drain(int object) implements OnObject {}

  /// Begins the work whose outcome the future will hold.
  record Work(int object) implements OnObject {}

  /// Ends a future: done with a value, failed with an error, each shown as `value`, or cancelled.
  record Complete(int object, FutureStatus status, String value) implements OnObject {}

  /// Waits for the result of a future.
  record Result(int object) implements OnObject {}

  /// Reads a shared variable whose value shows as `value`.
  record Read(int object, String value) implements OnObject {}

  /// Writes a shared variable.
  record Write(int object, String value) implements OnObject {}

  /// Asks the task `child` to end where it waits; `reason` is the message given, often empty.
  record Cancel(int child, String reason) implements Action {}

  /// Has the generator `child` go on to its next value.
  record Next(int child) implements Action {}

  /// A generator hands out a value, shown as `value`, and stops until it is asked for the next.
  record Suspend(String value) implements Action {}

  /// An event loop calls what was handed to it: a timer that came due, a callback of a future.
  record Call(int object, String callback) implements OnObject {}
}
