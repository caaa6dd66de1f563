package braid.runner;

/// The thread that carries a program's tasks. What it carries is confined to it.
final class CarrierThread {
  private static final long STACK_BYTES = 512L << 20;

  /// Tasks that do not unwind within this time are left behind, with the process they are in.
  static final long UNWIND_MILLIS = 1_000;

  private final Thread thread;

  private CarrierThread(Thread thread) {
    this.thread = thread;
  }

  static CarrierThread start(Runnable body) {
    Thread thread = new Thread(null, body, "carrier", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    return new CarrierThread(thread);
  }

  /// Gives it time to end; false when it goes on.
  boolean awaitEnd() throws InterruptedException {
    thread.join(UNWIND_MILLIS);
    return !thread.isAlive();
  }
}
