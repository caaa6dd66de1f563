package braid.runner;

import braid.guest.Guest;
import braid.guest.World;
import braid.guest.python.PythonGuest;
import braid.kernel.carrier.Carrier;
import braid.kernel.carrier.PlatformCarrier;
import braid.kernel.carrier.VirtualCarrier;
import braid.worker.Frame;
import braid.worker.FrameCodec;
import braid.worker.MalformedFrame;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A worker: runs programs one after another, as the host says over standard input, and answers
/// over standard output. Ends when the host closes the pipe.
public final class WorkerMain {
  private final OutputStream out;
  private final BlockingQueue<Frame.ToWorker> frames = new LinkedBlockingQueue<>();
  private volatile Optional<Job> present = Optional.empty();
  private boolean mayRest = true;

  private WorkerMain(OutputStream out) {
    this.out = out;
  }

  /// `WorkerMain`, with `-Dbraid.worker` naming the worker's folder. With `braid.training` set it
  /// serves nobody: it does all that workers do and ends, so that the JVM can note it.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    OutputStream pipe = new FileOutputStream(FileDescriptor.out);
    System.setOut(System.err);
    Path home = Path.of(System.getProperty("braid.worker"));
    WorkerMain worker = new WorkerMain(pipe);
    InputStream in = new BufferedInputStream(System.in);
    Thread.ofPlatform().daemon().name("host").start(() -> worker.listen(in));
    try (Guest python = new PythonGuest(home)) {
      WarmUp warmUp = new WarmUp(python);
      if (Boolean.getBoolean("braid.training")) {
        warmUp.train();
        return;
      }
      warmUp.run();
      worker.serve(python, warmUp);
    }
  }

  static Carrier newCarrier() {
    return VirtualCarrier.tryOpen().<Carrier>map(it -> it).orElseGet(PlatformCarrier::new);
  }

  private void serve(Guest python, WarmUp warmUp) throws InterruptedException {
    for (int served = 0; ; served++) {
      World world = python.open();
      Carrier carrier = newCarrier();
      send(new Frame.Ready(carrier.threads(), served));
      serve(next(warmUp), world, carrier, python);
    }
  }

  private Frame.Run next(WarmUp warmUp) throws InterruptedException {
    while (true) {
      Frame.ToWorker frame;
      try (WarmUp.Rest _ = warmUp.rest(mayRest)) {
        frame = frames.take();
      }
      switch (frame) {
        case Frame.Run run -> {
          return run;
        }
        case Frame.Rest rest -> mayRest = rest.isAllowed();
        case Frame.Stop _ -> {}
      }
    }
  }

  private void serve(Frame.Run run, World world, Carrier carrier, Guest guest)
      throws InterruptedException {
    long began = System.nanoTime();
    EntryStream entries = EntryStream.open(this::send);
    Job job =
        run.program().settings().exploring().isAsked()
            ? new Exploration(run.program(), carrier, guest, entries)
            : new Execution(run.program(), carrier, entries);
    present = Optional.of(job);
    Job.Result result = job.run(world);
    present = Optional.empty();
    entries.close();
    long wallMillis = (System.nanoTime() - began) / 1_000_000;
    send(new Frame.Finished(entries.traceHash(), entries.entries(), wallMillis, result.isClean()));
    if (!job.awaitClosed()) {
      System.err.println("a world does not close; the worker ends");
      Runtime.getRuntime().halt(1);
    }
  }

  private void listen(InputStream in) {
    try {
      for (Optional<Frame.ToWorker> next = FrameCodec.read(in, Frame.ToWorker.class);
          next.isPresent();
          next = FrameCodec.read(in, Frame.ToWorker.class)) {
        switch (next.get()) {
          case Frame.Stop _ -> present.ifPresent(Job::stop);
          case Frame.Run run -> frames.add(run);
          case Frame.Rest rest -> frames.add(rest);
        }
      }
    } catch (IOException | MalformedFrame e) {
      System.err.println("the host cannot be understood: " + e.getMessage());
    }
    Runtime.getRuntime().halt(0);
  }

  private synchronized void send(Frame.FromWorker frame) {
    try {
      FrameCodec.write(out, frame);
    } catch (IOException | MalformedFrame e) {
      System.err.println("the host cannot be told: " + e.getMessage());
      Runtime.getRuntime().halt(1);
    }
  }
}
