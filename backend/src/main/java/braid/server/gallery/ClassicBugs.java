package braid.server.gallery;

import braid.server.gallery.Example.Words;
import braid.server.wire.SettingsBody;
import braid.trace.VerdictType;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The classic bugs, to be explored, each with the same program repaired where there is one.
/// Programs without a text beside them are there for their numbers only. Immutable.
final class ClassicBugs {
  /// Some bear the names of teaching programs.
  private static final String PREFIX = "bug-";

  private static final String REPAIRED = "-repaired";

  private final Shelf shelf;

  ClassicBugs(Shelf shelf) {
    this.shelf = shelf;
  }

  /// What stands beside a bug in its folder; `repair` is about the repaired program.
  record About(
      String topic, int order, Words title, Words notice, Words repair, SettingsBody settings) {}

  private record Bug(String folder, VerdictType verdict, About about) {}

  /// Each followed by its repaired program, in their order.
  List<Example> examples() {
    List<Bug> bugs = new ArrayList<>();
    JsonNode expected = shelf.read("expected.json", shelf.text("expected.json"), JsonNode.class);
    expected.properties().forEach(of -> find(of.getKey(), of.getValue()).ifPresent(bugs::add));
    return bugs.stream()
        .sorted(Comparator.comparingInt(bug -> bug.about().order()))
        .flatMap(bug -> pair(bug).stream())
        .toList();
  }

  private Optional<Bug> find(String folder, JsonNode expected) {
    String path = folder + "/about.json";
    VerdictType verdict = VerdictType.valueOf(expected.get("verdict").asText().toUpperCase());
    return shelf
        .find(path)
        .map(text -> new Bug(folder, verdict, shelf.read(path, text, About.class)));
  }

  private List<Example> pair(Bug bug) {
    String name = PREFIX + bug.folder();
    String repairedName = name + REPAIRED;
    Optional<Example> repaired =
        shelf
            .find(bug.folder() + "/fixed.py")
            .map(
                source ->
                    new Example(
                        repairedName,
                        bug.about().topic(),
                        bug.about().title(),
                        bug.about().repair(),
                        source,
                        bug.about().settings(),
                        VerdictType.PASSED,
                        Optional.empty(),
                        Optional.of(name)));
    Example broken =
        new Example(
            name,
            bug.about().topic(),
            bug.about().title(),
            bug.about().notice(),
            shelf.text(bug.folder() + "/main.py"),
            bug.about().settings(),
            bug.verdict(),
            repaired.map(Example::name),
            Optional.empty());
    return repaired.map(twin -> List.of(broken, twin)).orElse(List.of(broken));
  }
}
