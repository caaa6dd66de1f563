package braid.shell;

import braid.program.Limits;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./braid bench`: how quickly a service answers, from outside, over loopback.
@Command(name = "bench", description = "Measures the service from outside and prints a table.")
final class BenchCommand implements Callable<Integer> {
  private static final String PROGRAM =
      """
      import threading
      lock = threading.Lock()
      counter = 0
      def work():
          global counter
          for _ in range(3):
              with lock:
                  counter += 1
      threads = [threading.Thread(target=work) for _ in range(2)]
      for thread in threads:
          thread.start()
      for thread in threads:
          thread.join()
      print(counter)
      """;

  @Option(
      names = "--service",
      paramLabel = "URL",
      description = "a running service; without it one is started, and ended again")
  private Optional<URI> running = Optional.empty();

  @Option(
      names = "--jar",
      paramLabel = "FILE",
      description = "the service to start",
      defaultValue = "backend/target/quarkus-app/quarkus-run.jar")
  private Path jar;

  @Option(
      names = "--runs",
      description = "runs in a row, 0 to measure no runs",
      defaultValue = "100")
  private int runs;

  @Option(
      names = "--warm",
      description = "runs before measuring: the compilers are busy for the first thousands",
      defaultValue = "2500")
  private int warm;

  @Option(names = "--crowd", description = "runs at once", defaultValue = "300")
  private int crowd;

  @Option(
      names = "--explore",
      paramLabel = "SECONDS",
      description = "explore each program for so long, 0 for not at all: compiling takes its time",
      defaultValue = "90")
  private int exploreSeconds;

  private final PrintStream out = Streams.stdout();

  @Override
  public Integer call() throws Exception {
    if (running.isPresent()) {
      return measure(running.get());
    }
    if (exploreSeconds > 0) {
      try (LocalPool pool = LocalPool.forExplorations(Limits.DEFAULT)) {
        new ExploreBench(out, exploreSeconds).run(pool.workers());
      }
    }
    if (runs == 0) {
      return 0;
    }
    try (BenchedService service = BenchedService.start(jar)) {
      return measure(service.address());
    }
  }

  private int measure(URI address) throws Exception {
    try (BenchClient client = new BenchClient(address)) {
      client.awaitReady();
      for (int i = 0; i < warm; i++) {
        client.run(PROGRAM, i);
      }
      out.printf("after %,d runs to get warm:%n", warm);
      inARow(client);
      together(client, 2, runs);
      boolean isComplete = together(client, crowd, crowd);
      return isComplete ? 0 : 1;
    }
  }

  private void inARow(BenchClient client) throws Exception {
    List<BenchClient.Times> all = new ArrayList<>();
    long began = System.nanoTime();
    for (int i = 0; i < runs; i++) {
      all.add(client.run(PROGRAM, i));
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    long[] steps = all.stream().mapToLong(BenchClient.Times::firstStepNanos).sorted().toArray();
    long[] ends = all.stream().mapToLong(BenchClient.Times::endNanos).sorted().toArray();
    out.printf("%d runs one after another%n", runs);
    print("Run pressed to first step on the socket, ms", steps);
    print("Run pressed to verdict on the socket, ms", ends);
    out.printf("  %-46s %8.1f%n", "runs per second", runs / seconds);
    out.flush();
  }

  /// So many people at once, until so many runs are answered; whether all were.
  private boolean together(BenchClient client, int people, int count) throws Exception {
    ConcurrentLinkedQueue<Integer> left = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < count; i++) {
      left.add(i);
    }
    List<Future<Integer>> served = new ArrayList<>();
    long began = System.nanoTime();
    try (ExecutorService crowdThreads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < people; i++) {
        served.add(crowdThreads.submit(() -> serve(client, left)));
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    int answered = 0;
    for (Future<Integer> one : served) {
      try {
        answered += one.get();
      } catch (ExecutionException e) {
        out.println("  lost: " + e.getCause());
      }
    }
    out.printf("%d people at once, %d runs%n", people, count);
    out.printf("  %-46s %8d%n", "answered", answered);
    out.printf("  %-46s %8.1f%n", "runs per second", answered / seconds);
    out.flush();
    return answered == count;
  }

  private static int serve(BenchClient client, ConcurrentLinkedQueue<Integer> left)
      throws IOException, InterruptedException, ExecutionException {
    int served = 0;
    for (Integer seed = left.poll(); seed != null; seed = left.poll()) {
      client.run(PROGRAM, seed);
      served++;
    }
    return served;
  }

  private void print(String what, long[] sortedNanos) {
    out.printf(
        "  %-46s %8.1f median %8.1f 95%% %8.1f worst%n",
        what, millisAt(sortedNanos, 0.5), millisAt(sortedNanos, 0.95), millisAt(sortedNanos, 1));
  }

  private static double millisAt(long[] sortedNanos, double part) {
    if (sortedNanos.length == 0) {
      return Double.NaN;
    }
    int at = (int) Math.ceil(part * sortedNanos.length) - 1;
    return Arrays.stream(sortedNanos).skip(Math.max(0, at)).findFirst().orElseThrow() / 1e6;
  }
}
