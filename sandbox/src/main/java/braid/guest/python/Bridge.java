package braid.guest.python;

import braid.guest.python.message.Rewording;
import braid.kernel.Kernel;
import braid.trace.Stream;
import braid.trace.TaskType;
import java.util.Locale;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/// The functions of the Python module `_braid`: all that guest code can call. Arguments come from
/// the stand-ins, which have checked them; times are nanoseconds, a timeout of -1 waits for ever
/// and 0 only tries. Names follow Python's, with a trailing underscore where the word is taken.
/// Confined to the task that has control.
public final class Bridge extends MemoryCalls {
  /// 2026-01-01T00:00:00Z, when every run begins.
  private static final long EPOCH_NANOS = 1_767_225_600_000_000_000L;

  private final PythonWorld world;

  Bridge(PythonWorld world) {
    this.world = world;
  }

  void connect(Kernel runsOn) {
    kernel = runsOn;
    remember(runsOn.memory());
  }

  @Export
  public long now() {
    return kernel == null ? 0 : kernel.now(true);
  }

  /// Whether anybody sees the steps.
  @Export
  public boolean is_recording() {
    return kernel.isRecording();
  }

  @Export
  public boolean has_tracebacks() {
    return kernel.rules().hasTracebacks();
  }

  @Export
  public long epoch() {
    return EPOCH_NANOS;
  }

  @Export
  public long random_seed() {
    return kernel.rules().guestSeed();
  }

  @Export
  public void sleep(long nanos) {
    kernel.sleep(nanos);
  }

  @Export
  public void slice() {
    kernel.slice();
  }

  /// A loop on one line takes another turn.
  @Export
  public void turn() {
    if (kernel.statement(kernel.line())) {
      kernel.slice();
    }
  }

  @Export
  public void print_(String stream, String text) {
    kernel.print(Stream.valueOf(stream.toUpperCase(Locale.ROOT)), text);
  }

  /// As `print_`, where nobody can come between: whether it happens at all, others do not notice.
  @Export
  public void print_aside(String stream, String text) {
    kernel.printAside(Stream.valueOf(stream.toUpperCase(Locale.ROOT)), text);
  }

  /// Others may go first.
  @Export
  public void look() {
    kernel.look();
  }

  /// Others may go first; then text is added to a stream that does not show it yet.
  @Export
  public void hold(String stream, String text) {
    kernel.look();
    kernel.coroutines().things().hold(Stream.valueOf(stream.toUpperCase(Locale.ROOT)), text);
  }

  /// What unmarshals code. The first call counts, which comes before any of the program's.
  @Export
  public void unmarshal_by(Object function) {
    world.library().unmarshalBy(function);
  }

  /// The code in a compiled file of the library; `None` for another file.
  @Export
  public Object library_code(String file) {
    return world.library().code(file).orElse(null);
  }

  /// An exception shall say what CPython's says.
  @Export
  public void reword(Object caught) {
    Rewording.reword(caught, functions());
  }

  @Export
  public void recursion_limit(int depth) {
    world.limitRecursion(depth);
  }

  // ---- tasks

  @Export
  public int current() {
    return kernel == null ? 0 : kernel.current();
  }

  @Export
  public int task(String name, boolean isDaemon) {
    return kernel.create(TaskType.THREAD, name, isDaemon);
  }

  @Export
  public void start(int task, Value run) {
    kernel.start(task, world.body(run::executeVoid));
  }

  @Export
  public void rename(int task, String name) {
    kernel.rename(task, name);
  }

  @Export
  public void set_daemon(int task, boolean isDaemon) {
    kernel.setDaemon(task, isDaemon);
  }

  @Export
  public boolean join(int task, long timeoutNanos) {
    return kernel.join(task, timeoutNanos);
  }

  @Export
  public boolean alive(int task) {
    kernel.look();
    return kernel.isAlive(task);
  }

  /// As `alive`, where others can go first no more.
  @Export
  public boolean lives(int task) {
    return kernel.isAlive(task);
  }

  /// The present task takes the next of the names that are numbered.
  @Export
  public void names_touch() {
    kernel.coroutines().things().touchNames(process());
  }

  /// For who has no use any more for what has ended, which nobody notices.
  @Export
  public boolean has_ended(int task) {
    return kernel.processes().hasEnded(task);
  }

  /// The present task begins a thread, or (`isLook`) is going to see which there are.
  @Export
  public void threads_touch(boolean isLook) {
    kernel.coroutines().things().touchThreads(process(), isLook);
  }

  @Export
  public void uncaught(String exception, String message, int line) {
    kernel.noteUncaught(exception, message, line);
  }

  @Export
  public int line() {
    return kernel.line();
  }
}
