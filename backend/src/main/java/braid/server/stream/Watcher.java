package braid.server.stream;

import braid.server.run.LiveRun;
import braid.server.run.RunLog;
import braid.server.run.RunStore;
import braid.server.run.Runs;
import braid.server.wire.RunBody;
import braid.server.wire.RunState;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Tells one watcher one run, from a position to the end. It asks for more only when what it sent
/// is on its way, so a slow reader costs one message of memory. Confined to the watcher's thread.
final class Watcher {
  /// Of lines, in one message; the rest of 64 KiB is for their quotation marks.
  private static final int MESSAGE_CHARS_MAX = 32 << 10;

  /// How often a waiting watcher is told its place; that it begins is told at once.
  private static final Duration PLACE_EVERY = Duration.ofMillis(250);

  private final Runs runs;
  private final RunStore store;
  private final String id;
  private final Consumer<Message> sink;
  private int position;

  /// The run's name and how many entries the watcher has already.
  record Wish(String id, int from) {}

  Watcher(Runs runs, RunStore store, Wish wish, Consumer<Message> sink) {
    this.runs = runs;
    this.store = store;
    this.id = wish.id();
    this.position = wish.from();
    this.sink = sink;
  }

  /// Sends everything there is and will be; returns after the end was sent.
  void watch() throws InterruptedException {
    Optional<LiveRun> live = runs.live(id);
    if (live.isPresent()) {
      follow(live.get());
    } else {
      RunBody run = runs.find(id);
      if (run.state() == RunState.FINISHED) {
        readStored();
      }
      sink.accept(new Message.End(run));
    }
  }

  private void follow(LiveRun run) throws InterruptedException {
    Optional<Integer> told = Optional.empty();
    while (!run.awaitBegun(told.isEmpty() ? Duration.ZERO : PLACE_EVERY)) {
      Optional<Integer> place = Optional.of(runs.place(run).orElse(1));
      if (!place.equals(told)) {
        sink.accept(new Message.State(RunState.QUEUED, place));
        told = place;
      }
    }
    sink.accept(new Message.State(RunState.RUNNING, Optional.empty()));
    Optional<RunLog.Part> part = run.log().awaitPart(position, MESSAGE_CHARS_MAX);
    while (part.isPresent()) {
      send(part.get().lines());
      if (part.get().isLast()) {
        break;
      }
      part = run.log().awaitPart(position, MESSAGE_CHARS_MAX);
    }
    RunBody end = run.awaitEnd();
    if (part.isEmpty()) {
      readStored();
    }
    sink.accept(new Message.End(end));
  }

  private void readStored() {
    try (BufferedReader lines = store.trace(id).orElseThrow().reader()) {
      for (int skipped = 0; skipped < position && lines.readLine() != null; skipped++) {}
      List<String> some = new ArrayList<>();
      int chars = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!some.isEmpty() && chars + line.length() > MESSAGE_CHARS_MAX) {
          send(some);
          some.clear();
          chars = 0;
        }
        some.add(line);
        chars += line.length();
      }
      send(some);
    } catch (IOException e) {
      throw new IllegalStateException("the stored trace of run " + id + " cannot be read", e);
    }
  }

  private void send(List<String> lines) {
    if (!lines.isEmpty()) {
      sink.accept(new Message.Entries(position, lines));
      position += lines.size();
    }
  }
}
