package braid.wire;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A checked-in TypeScript file that says what some records look like as JSON.
///
/// @param file where it is, seen from the module's folder
/// @param sources the folder with the records' Java source, for the comments
/// @param roots the sealed interfaces and records to describe; what they mention comes along
/// @param refreshCommand what to type when it is stale
public record TypeScriptFile(Path file, Path sources, List<Class<?>> roots, String refreshCommand) {

  /// Set to `true`, the check writes the file instead of judging it.
  private static final String WRITE = "braid.write";

  public TypeScriptFile {
    roots = List.copyOf(roots);
  }

  /// What the file should say.
  public String text() {
    var types = new TypeScriptTypes(new JavaComments(sources));
    return "// Written from the Java records by a test; refresh with: "
        + refreshCommand
        + "\n\n"
        + types.of(roots);
  }

  /// Fails when the file says something else, or writes it when asked to.
  public void check() {
    try {
      if (Boolean.getBoolean(WRITE)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text());
      } else if (!Files.exists(file) || !Files.readString(file).equals(text())) {
        fail(file.normalize() + " is stale: refresh it with " + refreshCommand);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
