package braid.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One source file: its path and text, and its [#code], in which comments and strings are blank.
record JavaFile(Path path, String text) {
  private static final Pattern NOT_CODE =
      Pattern.compile(
          "//[^\n]*|/\\*.*?\\*/|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])+'",
          Pattern.DOTALL);

  /// The main sources of this module and, where it is there, of the server.
  static List<JavaFile> main() {
    return Stream.of("src/main/java", "../backend/src/main/java")
        .flatMap(folder -> under(Path.of(folder)))
        .toList();
  }

  /// All sources, tests too.
  static List<JavaFile> all() {
    return Stream.concat(
            main().stream(),
            Stream.of("src/test/java", "../backend/src/test/java")
                .flatMap(folder -> under(Path.of(folder))))
        .toList();
  }

  private static Stream<JavaFile> under(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> path.toString().endsWith(".java"))
          .sorted()
          .map(JavaFile::read)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaFile read(Path path) {
    try {
      return new JavaFile(path, Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The text with comments and strings replaced by blanks, line for line.
  String code() {
    return NOT_CODE.matcher(text).replaceAll(found -> found.group().replaceAll("[^\n]", " "));
  }

  /// `braid.kernel` for a file in that package.
  String packageName() {
    String folders = path.getParent().toString().replace('\\', '/');
    return folders.substring(folders.indexOf("/java/") + "/java/".length()).replace('/', '.');
  }

  /// `Kernel` for `Kernel.java`.
  String name() {
    return path.getFileName().toString().replace(".java", "");
  }

  boolean isPackageInfo() {
    return name().equals("package-info");
  }

  /// "Kernel.java:12: complaint".
  String offence(int line, String complaint) {
    return path.normalize() + ":" + line + ": " + complaint;
  }

  /// The number of the line that the character at `offset` stands in.
  static int lineAt(String text, int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }
}
