package braid.guest.python;

import braid.kernel.carrier.RunEnded;
import braid.primitive.Future;
import braid.trace.Action;
import braid.trace.FutureStatus;
import braid.trace.ObjectType;
import braid.trace.Outcome;
import braid.trace.Reason;
import java.util.Locale;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/// The part of [Bridge] that makes and uses futures and processes, and asks the simulated network.
/// Confined to the task that has control.
public abstract sealed class FutureCalls extends ObjectCalls permits MirrorCalls {
  FutureCalls() {}

  // ---- futures

  @Export
  public int future(String name, int line) {
    return add(ObjectType.FUTURE, name, line, -1, Future::new);
  }

  /// Begins the work; false where the future is not pending any more.
  @Export
  public boolean work(int future) {
    return kernel.act(new Action.Work(future), -1) == Outcome.DONE;
  }

  /// Ends a future as `status` says; false where that cannot be.
  @Export
  public boolean complete(int future, String status, String value) {
    FutureStatus ending = FutureStatus.valueOf(status.toUpperCase(Locale.ROOT));
    return kernel.act(new Action.Complete(future, ending, value), -1) == Outcome.DONE;
  }

  /// 0 done, 1 failed, 2 cancelled, -1 out of time.
  @Export
  public int result(int future, long timeoutNanos) {
    Outcome outcome = kernel.act(new Action.Result(future), timeoutNanos);
    return outcome == Outcome.DONE ? (int) kernel.value() : -1;
  }

  // ---- processes

  @Export
  public int process() {
    return kernel == null ? 0 : kernel.processes().current();
  }

  /// Has `listener` told, on the task that goes on, when this is one of another process.
  @Export
  public void tell_process(Value listener) {
    kernel.processes().tell(listener::executeVoid);
  }

  @Export
  public int process_task(String name, boolean isDaemon) {
    return kernel.processes().create(name, isDaemon);
  }

  /// Has another task make a call as soon as it goes on, also where it waits.
  @Export
  public void interrupt(int task, String reason, Runnable call) {
    kernel.processes().interrupt(task, reason, call);
  }

  /// As above, where the other task does not wait, or else when it has waited.
  @Export
  public void call_soon(int task, String reason, Runnable call) {
    kernel.processes().callSoon(task, reason, call);
  }

  /// A thread of the process, whoever asks.
  @Export
  public int thread_of(int process, String name, boolean isDaemon) {
    return kernel.processes().createThread(process, name, isDaemon);
  }

  @Export
  public void kill(int process, String error) {
    kernel.processes().kill(process, error);
  }

  @Export
  public void exit(String error) {
    throw kernel.processes().exit(error);
  }

  /// Pays for a call to another process; the others may go on meanwhile.
  @Export
  public void remote_call(long nanos) {
    kernel.processes().call(nanos);
  }

  /// Ends the run: the program wants what cannot be modelled.
  @Export
  public void refuse(String message) {
    kernel.end(new Reason.Refused(kernel.line(), message));
    throw RunEnded.again();
  }

  // ---- the simulated machine and network

  @Export
  public int cores() {
    return kernel == null ? 1 : kernel.rules().cores();
  }

  @Export
  public void request(String request, long nanos) {
    kernel.request(request, nanos);
  }
}
