package braid.corpus;

import braid.program.Language;
import braid.program.Limits;
import braid.program.Program;
import braid.program.Settings;
import braid.program.StrategyName;
import braid.trace.VerdictType;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One folder of the corpus: a program, and what is said and expected of it. Immutable.
record Lesson(String name, String source, About about) {
  /// What comes out is asked, not how fast: a busy machine may take longer than users would wait.
  private static final Limits PATIENT = Limits.DEFAULT.withWallMillis(80_000);

  /// Where the corpus lies; tests run in the module's folder.
  static final Path FOLDER = Path.of("corpus");

  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build()
          .readerFor(About.class);

  /// The file about.json.
  record About(
      @JsonProperty(required = true) String topic,
      @JsonProperty(required = true) int order,
      @JsonProperty(required = true) Map<String, String> title,
      @JsonProperty(required = true) Map<String, String> notice,
      @JsonProperty(required = true) Map<String, Object> settings,
      @JsonProperty(required = true) Expectation expect) {
    About {
      title = Map.copyOf(title);
      notice = Map.copyOf(notice);
      settings = Map.copyOf(settings);
    }
  }

  /// What a run must come to; a `stderr` of null leaves it open, because tracebacks name paths.
  record Expectation(
      @JsonProperty(required = true) VerdictType verdict,
      @JsonProperty(required = true) String output,
      @JsonProperty(required = true) JsonNode stderr) {}

  /// All lessons in the order of the index.
  static List<Lesson> all() {
    try {
      return Files.readAllLines(FOLDER.resolve("index.txt")).stream().map(Lesson::named).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The lesson in the folder `name`.
  static Lesson named(String name) {
    Path folder = FOLDER.resolve(name);
    try {
      return new Lesson(
          name,
          Files.readString(folder.resolve("main.py")),
          READER.readValue(Files.readString(folder.resolve("about.json"))));
    } catch (JsonProcessingException e) {
      throw new AssertionError(folder + "/about.json: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The program as the gallery offers it.
  Program program() {
    return program(StrategyName.SIMULATE, ((Number) about.settings().get("seed")).longValue());
  }

  /// The program under another strategy or seed.
  Program program(StrategyName strategy, long seed) {
    Settings usual = Settings.DEFAULT;
    return program(
        new Settings(strategy, seed, usual.atomicity(), usual.cores(), usual.hasGil(), ""));
  }

  /// The program under the schedule this token stands for.
  Program replay(String schedule) {
    Settings usual = Settings.DEFAULT;
    return program(
        new Settings(
            usual.strategy(), 0, usual.atomicity(), usual.cores(), usual.hasGil(), schedule));
  }

  private Program program(Settings settings) {
    return new Program(Language.PYTHON, "main.py", source, settings, PATIENT);
  }

  @Override
  public String toString() {
    return name;
  }
}
