package braid.shell;

import braid.program.AsyncioOrder;
import braid.program.Atomicity;
import braid.program.Settings;
import braid.program.StrategyName;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options that say how a program is scheduled.
final class SettingsOptions {
  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "decides every chance, 0 to 4294967295; 0 is the undisturbed machine (default)")
  private long seed;

  @Option(
      names = "--schedule",
      paramLabel = "TOKEN",
      description = "replay this schedule, as a run printed it")
  private String schedule = "";

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      converter = StrategyWord.class,
      description = "simulate (default), roundrobin, random, pct, pos or surw")
  private StrategyName strategy = StrategyName.SIMULATE;

  @Option(
      names = "--asyncio",
      paramLabel = "ORDER",
      converter = AsyncioWord.class,
      description =
          "what event loops let go on next: strict (default), first in, first out; or portable,"
              + " whatever is ready")
  private AsyncioOrder asyncio = AsyncioOrder.STRICT;

  @Option(
      names = "--atomicity",
      paramLabel = "NAME",
      converter = AtomicityWord.class,
      description = "language, gil (default) or free-threaded")
  private Atomicity atomicity = Atomicity.GIL;

  @Option(
      names = "--cores",
      paramLabel = "N",
      description = "cores of the simulated machine, 1 to 64 (default 4)")
  private int cores = 4;

  @Option(names = "--no-gil", description = "the simulated machine has no GIL")
  private boolean isGilOff;

  /// Throws [braid.program.RejectedProgram] when a value is out of its bounds.
  Settings settings() {
    return new Settings(strategy, seed, atomicity, cores, !isGilOff, schedule).with(asyncio);
  }

  static final class StrategyWord implements ITypeConverter<StrategyName> {
    private static final List<String> WORDS =
        Arrays.stream(StrategyName.values())
            .map(it -> it.name().toLowerCase(java.util.Locale.ROOT).replace("_", ""))
            .toList();

    @Override
    public StrategyName convert(String word) {
      return StrategyName.values()[index(WORDS, word)];
    }
  }

  static final class AtomicityWord implements ITypeConverter<Atomicity> {
    private static final List<String> WORDS =
        Arrays.stream(Atomicity.values())
            .map(it -> it.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
            .toList();

    @Override
    public Atomicity convert(String word) {
      return Atomicity.values()[index(WORDS, word)];
    }
  }

  static final class AsyncioWord implements ITypeConverter<AsyncioOrder> {
    private static final List<String> WORDS =
        Arrays.stream(AsyncioOrder.values())
            .map(it -> it.name().toLowerCase(java.util.Locale.ROOT))
            .toList();

    @Override
    public AsyncioOrder convert(String word) {
      return AsyncioOrder.values()[index(WORDS, word)];
    }
  }

  private static int index(List<String> words, String word) {
    int index = words.indexOf(word);
    if (index < 0) {
      throw new TypeConversionException("'" + word + "' is none of " + String.join(", ", words));
    }
    return index;
  }
}
