package braid.guest.python;

import braid.primitive.Loop;
import braid.trace.Action;
import braid.trace.FutureStatus;
import braid.trace.ObjectType;
import braid.trace.Outcome;
import braid.trace.TaskState;
import braid.trace.TaskType;
import java.util.Locale;
import org.graalvm.polyglot.HostAccess.Export;

/// The part of [Bridge] for tasks within threads and for the objects only they use, whose rules the
/// standard library keeps: it tells what they do and how they look. Confined to the task that has
/// control.
public abstract sealed class LaneCalls extends MirrorCalls permits MemoryCalls {

  @Export
  public int lane() {
    return kernel.coroutines().shown();
  }

  @Export
  public String lane_name() {
    return kernel.coroutines().shownName();
  }

  @Export
  public int lane_start(String name) {
    return kernel.coroutines().start(TaskType.COROUTINE, name);
  }

  @Export
  public int generator_start(String name) {
    return kernel.coroutines().start(TaskType.GENERATOR, name);
  }

  /// What runs is at `line`.
  @Export
  public void lane_at(int line) {
    kernel.backAt(line);
  }

  @Export
  public void generator_next(int lane) {
    kernel.coroutines().resume(lane);
  }

  @Export
  public void generator_suspend(String value) {
    kernel.coroutines().suspend(value);
  }

  @Export
  public void lane_enter(int lane) {
    kernel.coroutines().enter(lane);
  }

  @Export
  public void lane_leave() {
    kernel.coroutines().enter(-1);
  }

  @Export
  public void lane_wake(int lane) {
    kernel.coroutines().wake(lane);
  }

  @Export
  public void lane_end(String error) {
    kernel.coroutines().end(error);
  }

  @Export
  public void lane_unasked(int lane, String exception, String message, int line) {
    kernel.coroutines().noteUnasked(lane, exception, message, line);
  }

  /// What runs waits for an object.
  @Export
  public void lane_block(String word, int object, String text) {
    kernel.coroutines().block(action(word, object, text), new TaskState.Blocked(object, -1));
  }

  @Export
  public void lane_join(int lane) {
    kernel.coroutines().block(new Action.Join(lane), new TaskState.Joining(lane, -1));
  }

  @Export
  public void lane_sleep(long nanos, long until) {
    kernel.coroutines().block(new Action.Sleep(nanos), new TaskState.Sleeping(until));
  }

  /// What runs waits for the answer to a request that it has sent.
  @Export
  public void lane_request(String request, long nanos, long until) {
    kernel
        .coroutines()
        .block(new Action.Request(request, nanos), new TaskState.Network(request, until));
  }

  /// What runs has done something; false when nobody will see more, so that it need not be told.
  @Export
  public boolean lane_note(String word, int object, String text, String outcome) {
    return kernel
        .coroutines()
        .note(action(word, object, text), Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)));
  }

  private static Action action(String word, int id, String text) {
    return switch (word) {
      case "join" -> new Action.Join(id);
      case "sleep" -> new Action.Sleep(Long.parseLong(text));
      case "request" -> request(text);
      case "cancel" -> new Action.Cancel(id, text);
      case "acquire" -> new Action.Acquire(id);
      case "release" -> new Action.Release(id, 1);
      case "wait" -> new Action.Wait(id);
      case "resume" -> new Action.Resume(id);
      case "notify" -> new Action.Notify(id, Integer.parseInt(text));
      case "set" -> new Action.Raise(id);
      case "clear" -> new Action.Lower(id);
      case "await" -> new Action.Await(id);
      case "arrive" -> new Action.Arrive(id);
      case "pass" -> new Action.Pass(id);
      case "abort" -> new Action.Abort(id);
      case "reset" -> new Action.Reset(id);
      case "put" -> new Action.Put(id, text);
      case "get" -> new Action.Get(id, text);
      case "taskdone" -> new Action.TaskDone(id);
      case "drain" -> new Action.Drain(id);
      case "complete" -> new Action.Complete(id, FutureStatus.DONE, text);
      case "fail" -> new Action.Complete(id, FutureStatus.FAILED, text);
      case "result" -> new Action.Result(id);
      default -> throw new IllegalArgumentException("there is no action " + word);
    };
  }

  /// From "nanoseconds request".
  private static Action request(String text) {
    int space = text.indexOf(' ');
    return new Action.Request(text.substring(space + 1), Long.parseLong(text.substring(0, space)));
  }

  // ---- event loops

  @Export
  public int loop(String name, int line) {
    return add(ObjectType.LOOP, name, line, -1, Loop::new);
  }

  /// The virtual time, which loops ask for again and again for their own sake.
  @Export
  public long loop_now() {
    return kernel.now(kernel.rules().isSimulated());
  }

  @Export
  public void loop_idle(int loop, long timeoutNanos) {
    kernel.coroutines().idle(loop, timeoutNanos);
  }

  @Export
  public void loop_notify(int loop) {
    kernel.act(new Action.Notify(loop, 1), -1);
  }

  @Export
  public void loop_call(int loop, String callback, boolean isQuiet) {
    kernel.coroutines().call(loop, callback, isQuiet);
  }

  @Export
  public void loop_ready(int loop, int lane, String label) {
    kernel.coroutines().ready(loop, lane, label);
  }

  /// Whether a loop may let anything go next that is ready.
  @Export
  public boolean is_portable() {
    return kernel != null && kernel.rules().isPortable();
  }

  /// A key for a callback that becomes a lane when it is ready.
  @Export
  public long lane_key() {
    return kernel.coroutines().nextKey();
  }

  /// A callback that an event loop may let go next, as a lane of its own.
  @Export
  public int lane_of_callback(String name, long key) {
    return kernel.coroutines().start(TaskType.COROUTINE, name, key);
  }

  /// The loop may let this lane go next, or its thread itself (-1).
  @Export
  public void loop_offer(int loop, int lane) {
    kernel.coroutines().offer(loop, lane);
  }

  /// Which one goes next; -1 when nothing was ready for so long.
  @Export
  public int loop_turn(int loop, long timeoutNanos) {
    return kernel.coroutines().turn(loop, timeoutNanos);
  }

  @Export
  public void loop_take_at(int loop, int index) {
    kernel.coroutines().loop(loop).take(index);
  }

  /// A number for something whose rules the standard library keeps.
  @Export
  public int thing() {
    return kernel.coroutines().things().add();
  }

  @Export
  public void thing_touch(int thing, boolean isChange) {
    kernel.coroutines().things().touch(thing, isChange);
  }

  @Export
  public void thing_seal(int thing) {
    kernel.coroutines().things().seal(thing);
  }

  @Export
  public void thing_unseal(int thing) {
    kernel.coroutines().things().unseal(thing);
  }

  @Export
  public void loop_take(int loop) {
    kernel.coroutines().loop(loop).take();
  }

  @Export
  public void loop_schedule(int loop, String label, long dueNanos, long turn) {
    kernel.coroutines().loop(loop).schedule(label, dueNanos, turn);
  }

  @Export
  public void loop_unschedule(int loop, long dueNanos, long turn) {
    kernel.coroutines().loop(loop).unschedule(dueNanos, turn);
  }
}
