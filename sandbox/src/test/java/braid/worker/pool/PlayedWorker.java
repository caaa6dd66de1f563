package braid.worker.pool;

import braid.program.Program;
import braid.trace.Entry;
import braid.trace.Reason;
import braid.trace.TraceHash;
import braid.trace.TraceLines;
import braid.trace.VerdictType;
import braid.worker.Frame;
import braid.worker.FrameCodec;
import braid.worker.TraceHeader;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A worker that speaks the protocol and plays the program's first word instead of running it.
final class PlayedWorker {
  private final InputStream in = System.in;
  private final OutputStream out = System.out;
  private int runs;
  private boolean mayRest = true;

  private PlayedWorker() {}

  public static void main(String[] args) throws Exception {
    new PlayedWorker().serve();
  }

  private void serve() throws Exception {
    send(new Frame.Ready("virtual", runs));
    Optional<Frame.ToWorker> frame = FrameCodec.read(in, Frame.ToWorker.class);
    while (frame.isPresent()) {
      switch (frame.get()) {
        case Frame.Run run -> play(run.program());
        case Frame.Rest rest -> mayRest = rest.isAllowed();
        case Frame.Stop _ -> {}
      }
      frame = FrameCodec.read(in, Frame.ToWorker.class);
    }
  }

  private void play(Program program) throws Exception {
    List<String> lines = new ArrayList<>(List.of(TraceLines.write(TraceHeader.of(program))));
    switch (program.source()) {
      case "die" -> Runtime.getRuntime().halt(7);
      case "out of memory" -> Runtime.getRuntime().halt(3);
      case "die later" -> {
        send(new Frame.Entries(lines));
        Runtime.getRuntime().halt(7);
      }
      case "hang" -> {
        send(new Frame.Entries(lines));
        Thread.currentThread().join();
      }
      case "find and hang" -> {
        var ending = new Entry.Ending("", VerdictType.UNCAUGHT, "It went wrong.", 1, "token");
        lines.add(
            TraceLines.write(
                new Entry.Explored(
                    1, 0, false, -1, 0, "token", "", List.of(ending), List.of(), List.of(), 1)));
        send(new Frame.Entries(lines));
        Thread.currentThread().join();
      }
      case "await stop" -> FrameCodec.read(in, Frame.ToWorker.class);
      case "no header" -> lines.clear();
      case "no json" -> lines.add("{");
      case "line end" -> lines.add("\n" + lines.getFirst());
      case "two headers" -> lines.add(lines.getFirst());
      case "unknown task" -> lines.add(TraceLines.write(new Entry.TaskNamed(0, "x")));
      case "shout" -> System.err.println("x".repeat(1 << 20));
      case "garbage" -> out.write("garbage garbage".getBytes());
      case "ready twice" -> send(new Frame.Ready("virtual", 0));
      default -> {}
    }
    finish(program, lines);
  }

  private void finish(Program program, List<String> lines) throws Exception {
    lines.add(
        TraceLines.write(
            new Entry.Verdict(
                VerdictType.PASSED,
                mayRest ? "It passed." : "Restless.",
                new Reason.Completed(),
                0,
                0,
                "token")));
    if (program.source().equals("goes on")) {
      lines.add(TraceLines.write(new Entry.TaskNamed(0, "x")));
    }
    TraceHash hash = new TraceHash();
    lines.forEach(hash::add);
    send(new Frame.Entries(lines));
    String sum = program.source().equals("wrong hash") ? "00" : hash.finish();
    runs++;
    boolean isReusable = !program.source().equals("last");
    send(new Frame.Finished(sum, lines.size(), 1, isReusable));
    if (program.source().equals("pid")) {
      System.err.println(ProcessHandle.current().pid());
    }
    send(new Frame.Ready("virtual", runs));
  }

  private void send(Frame frame) throws Exception {
    FrameCodec.write(out, frame);
  }
}
