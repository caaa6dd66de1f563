package braid.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The whole command line of a worker: the walls, then a JVM with the languages on its module path.
/// The service and the shell both start workers by it. Immutable.
public record WorkerCommand(Walls walls, WorkerHome home, List<String> jvmOptions, String main) {
  /// The name, among the worker's files, of what the JVM is told about compiling itself.
  public static final String DIRECTIVES = "compilation.json";

  private static final String MAIN = "braid.runner.WorkerMain";

  /// What every worker's JVM is told. Heap and stack bounds are the operator's to change.
  private static final List<String> JVM_OPTIONS =
      List.of(
          "-Xmx768m",
          "-Xss2m",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          // Nothing but frames may go to standard output.
          "-Xlog:disable",
          "-Xlog:all=error:stderr",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-DisplayVMOutput",
          // Code with counters is slow, and the interpreter's is not going to be optimized.
          "-XX:CompileCommand=quiet",
          "-XX:CompileCommand=CompileThresholdScaling,com.oracle.graal.python.*::*,0.2",
          "-Dpolyglot.engine.DynamicCompilationThresholds=false",
          // Searching a string from its end counts as a million loop turns, so importing anything
          // would have these compiled in every worker.
          "-Dpolyglot.engine.CompileOnly=~bytecode parent at,~bytecode _find_and_load_unlocked at,"
              + "~bytecode find_spec at,~bytecode cache_from_source at,~bytecode _path_split at,"
              + "~StringBuiltins.rpartition,~StringBuiltins.rfind");

  /// For one small program after another, each in a fresh context.
  private static final List<String> RUNNING_OPTIONS =
      List.of(
          // Copies of the library's functions would be made in each context anew, and begin cold.
          "-Dpolyglot.engine.Splitting=false",
          // Small programs are over before compiling pays.
          "-Dpolyglot.engine.FirstTierCompilationThreshold=20000",
          "-Dpolyglot.engine.LastTierCompilationThreshold=200000");

  /// For one program executed again and again: compiling pays once some hundred executions are
  /// made. Most explorations end before, and compiling would take their time away.
  private static final List<String> EXPLORING_OPTIONS =
      List.of(
          "-Dbraid.exploring=true",
          "-Dpolyglot.engine.FirstTierCompilationThreshold=10000",
          "-Dpolyglot.engine.LastTierCompilationThreshold=50000");

  public WorkerCommand {
    jvmOptions = List.copyOf(jvmOptions);
  }

  /// The worker every run uses.
  public static WorkerCommand standard(Walls walls, WorkerHome home) {
    return new WorkerCommand(walls, home, joined(JVM_OPTIONS, RUNNING_OPTIONS), MAIN);
  }

  /// The worker for explorations.
  public static WorkerCommand exploring(Walls walls, WorkerHome home) {
    return new WorkerCommand(walls, home, joined(JVM_OPTIONS, EXPLORING_OPTIONS), MAIN);
  }

  private static List<String> joined(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /// The same worker, which runs or explores so many small programs before it serves, and so many
  /// while nobody wants anything of it: for a service, which has such times.
  public WorkerCommand warmedUp(int rounds, int idleRounds) {
    List<String> options = new ArrayList<>(jvmOptions);
    options.add("-Dbraid.warmup=" + rounds);
    options.add("-Dbraid.warmup.idle=" + idleRounds);
    return new WorkerCommand(walls, home, options, main);
  }

  /// The same worker run once for its classes: at its end the JVM writes the cache that the others
  /// start from.
  WorkerCommand training(Path cache) {
    List<String> options = new ArrayList<>(jvmOptions);
    options.add("-XX:AOTCacheOutput=" + walls.places(home).worker().resolve("aot").resolve(cache));
    options.add("-Dbraid.training=true");
    return new WorkerCommand(walls.writing(home.cache().getParent()), home, options, main);
  }

  /// The words to start it with; nothing of the host's environment is meant to go along.
  public List<String> words() {
    Walls.Places inside = walls.places(home);
    List<String> words = new ArrayList<>(walls.words(home));
    words.add(inside.jdk().resolve("bin/java").toString());
    words.addAll(jvmOptions);
    if (home.hasCache()) {
      words.add(
          "-XX:AOTCache=" + inside.worker().resolve("aot").resolve(home.cache().getFileName()));
    }
    words.addAll(home.hasLinkedJdk() ? compiler(inside.worker()) : upgrade(inside.worker()));
    words.add("-XX:CompilerDirectivesFile=" + inside.worker().resolve(DIRECTIVES));
    words.addAll(modules());
    words.add("-Dbraid.worker=" + inside.worker());
    words.add("-Dpolyglot.engine.resourcePath=" + inside.worker().resolve("resources"));
    words.addAll(List.of("-cp", inside.program().toString(), main));
    return List.copyOf(words);
  }

  private static List<String> compiler(Path worker) {
    return List.of(
        "-p",
        worker.resolve("lib") + ":" + worker.resolve("compiler"),
        "--add-modules",
        "jdk.graal.compiler");
  }

  /// A whole JDK has an empty module in the compiler's place.
  private static List<String> upgrade(Path worker) {
    return List.of(
        "--upgrade-module-path",
        worker.resolve("compiler").toString(),
        "-p",
        worker.resolve("lib").toString());
  }

  private static List<String> modules() {
    return List.of(
        "-XX:+UnlockExperimentalVMOptions",
        "-XX:+EnableJVMCI",
        "--add-modules",
        "org.graalvm.polyglot,org.graalvm.truffle.runtime,org.graalvm.py,"
            + "com.fasterxml.jackson.databind",
        // The executor of virtual threads is chosen by a constructor that is not public.
        "--add-opens",
        "java.base/java.lang=ALL-UNNAMED",
        // Statements are seen by an instrument of ours, which is no module.
        "--add-exports",
        "org.graalvm.truffle/com.oracle.truffle.api=ALL-UNNAMED",
        "--add-exports",
        "org.graalvm.truffle/com.oracle.truffle.api.instrumentation=ALL-UNNAMED",
        // Its messages are put in CPython's words.
        "--add-exports",
        "org.graalvm.truffle/com.oracle.truffle.api.strings=ALL-UNNAMED",
        "--add-exports",
        "org.graalvm.py/com.oracle.graal.python=ALL-UNNAMED",
        "--add-exports",
        "org.graalvm.py/com.oracle.graal.python.builtins=ALL-UNNAMED",
        "--add-exports",
        "org.graalvm.py/com.oracle.graal.python.builtins.objects.exception=ALL-UNNAMED",
        // Compiled code of the library is shared by all contexts.
        "--add-exports",
        "org.graalvm.py/com.oracle.graal.python.builtins.objects.code=ALL-UNNAMED",
        "--add-exports",
        "org.graalvm.py/com.oracle.graal.python.runtime.exception=ALL-UNNAMED",
        "--add-exports",
        "org.graalvm.py/com.oracle.graal.python.runtime.formatting=ALL-UNNAMED",
        "--add-exports",
        "org.graalvm.py/com.oracle.graal.python.runtime.object=ALL-UNNAMED",
        // Frames that an exception comes through are made objects of.
        "--add-exports",
        "org.graalvm.py/com.oracle.graal.python.nodes.frame=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "--enable-native-access=ALL-UNNAMED,org.graalvm.truffle");
  }
}
