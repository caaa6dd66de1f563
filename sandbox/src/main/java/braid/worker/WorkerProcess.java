package braid.worker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;

/// One worker behind its walls, as the host has it: frames in and out, its complaints in the log,
/// its end. Thread-safe. What it sends goes to the listener from one thread of its own.
public final class WorkerProcess {
  private static final Logger LOG = System.getLogger(WorkerProcess.class.getName());
  private static final int FRAMES_WAITING_MAX = 4;
  private static final int PIPE_BYTES = 1 << 16;
  private static final int COMPLAINT_BYTES_MAX = 1 << 14;

  /// Behind bubblewrap's own process: its other one, and the worker.
  private static final int PROCESSES_WITHIN = 2;

  private static final int CHECKS_MAX = 200;
  private static final long CHECK_NANOS = 5_000_000;

  /// Hears what a worker does. Called by one thread; nothing comes after `ended`.
  public interface Listener {

    /// A frame from the worker; [MalformedFrame] when it may not come now.
    void received(Frame.FromWorker frame) throws MalformedFrame;

    /// The worker broke the protocol in the way said; its end follows.
    void broke(String rule);

    /// The process has ended.
    void ended(WorkerExit exit);
  }

  private final Process process;
  private final Listener listener;
  private final BlockingQueue<Frame.ToWorker> waiting =
      new ArrayBlockingQueue<>(FRAMES_WAITING_MAX);
  private final Thread writer;

  private WorkerProcess(Process process, Listener listener) {
    this.process = process;
    this.listener = listener;
    writer = Thread.ofVirtual().name(name("writer")).unstarted(this::writeFrames);
  }

  /// Starts a worker. The calling thread must live as long as the worker is wanted: the kernel ends
  /// it with the thread that started it.
  public static WorkerProcess start(List<String> words, Listener listener) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().clear();
    return new WorkerProcess(builder.start(), listener);
  }

  /// Lets frames flow. Apart from [#start], so that the listener can know this object first.
  public void begin() {
    // Reading a pipe holds the thread it happens on, so these are no virtual threads.
    thread("reader", this::readFrames);
    thread("complaints", this::readComplaints);
    writer.start();
  }

  /// Sends a frame without waiting. A worker that does not read its frames is ended.
  public void send(Frame.ToWorker frame) {
    if (!waiting.offer(frame)) {
      kill();
    }
  }

  /// Ends it and everything it started, at once. [Listener#ended] follows.
  public void kill() {
    awaitWalls();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /// Bubblewrap that is killed while it forks leaves a process behind that waits for ever, so it
  /// may come as far as the worker itself.
  private void awaitWalls() {
    for (int i = 0; i < CHECKS_MAX && process.isAlive(); i++) {
      if (process.descendants().count() >= PROCESSES_WITHIN) {
        return;
      }
      LockSupport.parkNanos(CHECK_NANOS);
    }
  }

  /// Its process id.
  public long pid() {
    return process.pid();
  }

  private void readFrames() {
    try (InputStream in = new BufferedInputStream(process.getInputStream(), PIPE_BYTES)) {
      Optional<Frame.FromWorker> frame = FrameCodec.read(in, Frame.FromWorker.class);
      while (frame.isPresent()) {
        listener.received(frame.get());
        frame = FrameCodec.read(in, Frame.FromWorker.class);
      }
    } catch (MalformedFrame e) {
      listener.broke(e.getMessage());
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "worker {0} cannot be read: {1}", pid(), e.getMessage());
    } finally {
      kill();
      writer.interrupt();
      listener.ended(exit());
    }
  }

  private WorkerExit exit() {
    try {
      return new WorkerExit(process.waitFor());
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the reader of a worker", e);
    }
  }

  private void writeFrames() {
    try (OutputStream out = process.getOutputStream()) {
      while (process.isAlive()) {
        FrameCodec.write(out, waiting.take());
      }
    } catch (IOException | MalformedFrame e) {
      LOG.log(Level.DEBUG, "a frame does not reach worker {0}: {1}", pid(), e.getMessage());
      kill();
    } catch (InterruptedException e) {
      LOG.log(Level.DEBUG, "worker {0} has ended", pid());
    }
  }

  /// Logs the first of what it writes to its standard error, and drops the rest.
  private void readComplaints() {
    int logged = 0;
    byte[] bytes = new byte[2048];
    try (InputStream in = process.getErrorStream()) {
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        if (logged < COMPLAINT_BYTES_MAX) {
          String said = new String(bytes, 0, read, StandardCharsets.UTF_8).strip();
          LOG.log(Level.WARNING, "worker {0} says: {1}", Long.toString(pid()), said);
          logged += read;
        }
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "the complaints of worker {0} end: {1}", pid(), e.getMessage());
    }
  }

  private void thread(String role, Runnable work) {
    Thread.ofPlatform().daemon().name(name(role)).start(work);
  }

  private String name(String role) {
    return "braid-worker-" + pid() + "-" + role;
  }
}
