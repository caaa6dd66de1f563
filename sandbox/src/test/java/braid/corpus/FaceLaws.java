package braid.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The laws of one primitive over all faces of it that a family of modules has, as a program that
/// tells which held. The laws stand in `src/test/resources/laws`, each once. Immutable.
record FaceLaws(String primitive, Family family) {
  private static final Path FOLDER = Path.of("src/test/resources/laws");
  private static final List<String> PRIMITIVES =
      List.of("lock", "semaphore", "event", "condition", "barrier", "queues", "future");

  /// Where faces come from, and in which worlds their laws are tried.
  enum Family {
    THREADING(List.of(), "Threads()"),
    MULTIPROCESSING(List.of("processes"), "Threads(), Processes('multiprocessing')"),
    MANAGER(List.of("processes"), "Threads(), Processes('manager')"),
    ASYNCIO(List.of("tasks"), "Tasks()");

    private final List<String> parts;
    private final String worlds;

    Family(List<String> parts, String worlds) {
      this.parts = parts;
      this.worlds = worlds;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Every primitive in every family.
  static List<FaceLaws> all() {
    return PRIMITIVES.stream()
        .flatMap(
            primitive ->
                Arrays.stream(Family.values()).map(family -> new FaceLaws(primitive, family)))
        .toList();
  }

  /// The program: what all have in common, the worlds, the laws, and the order to hold them.
  Listing program() throws IOException {
    List<String> parts = new ArrayList<>(List.of("driver"));
    parts.addAll(family.parts);
    if (primitive.equals("future")) {
      parts.add("promise");
    }
    parts.add(primitive);
    StringBuilder source = new StringBuilder();
    for (String part : parts) {
      source.append(Files.readString(FOLDER.resolve(part + ".py"))).append("\n\n");
    }
    source.append("if __name__ == \"__main__\":\n");
    source.append("    hold_laws('%s', [%s])\n".formatted(family, family.worlds));
    return new Listing(this + ".py", source.toString());
  }

  /// What it must tell: for each face, in each world, the laws that hold.
  String held() throws IOException {
    return Files.readString(told());
  }

  /// What it must tell is this from now on.
  void hold(String output) throws IOException {
    Files.writeString(told(), output);
  }

  private Path told() {
    return FOLDER.resolve("held").resolve(this + ".txt");
  }

  @Override
  public String toString() {
    return primitive + "_" + family;
  }
}
