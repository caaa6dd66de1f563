package braid.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/// The `///` comments of types, read from their source text.
final class JavaComments {
  private static final Pattern LINK = Pattern.compile("(?<!\\w)\\[(?:[\\w.]*[.#])?(\\w+)]");

  /// A remark for Java readers that says nothing about the wire.
  private static final String JAVA_ONLY = " Immutable.";

  private final Path sources;

  JavaComments(Path sources) {
    this.sources = sources;
  }

  /// What is written above the declaration of a type, as one paragraph; empty where nothing is.
  String of(Class<?> type) {
    Class<?> outermost = type;
    while (outermost.getEnclosingClass() != null) {
      outermost = outermost.getEnclosingClass();
    }
    Path file = sources.resolve(outermost.getName().replace('.', '/') + ".java");
    try {
      return above(Files.readAllLines(file), type.getSimpleName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String above(List<String> lines, String name) {
    Pattern declaration = Pattern.compile("\\b(record|enum|interface|class) " + name + "\\b");
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at).strip();
      if (!line.startsWith("//") && declaration.matcher(line).find()) {
        String text = String.join(" ", comment(lines, at)).replace(JAVA_ONLY, "");
        return LINK.matcher(text).replaceAll("$1");
      }
    }
    throw new IllegalStateException("no declaration of " + name + " in its file");
  }

  /// The comment above line `at`, with annotations between the two allowed.
  private static Deque<String> comment(List<String> lines, int at) {
    Deque<String> comment = new ArrayDeque<>();
    for (int above = at - 1; above >= 0; above--) {
      String line = lines.get(above).strip();
      if (line.startsWith("///")) {
        comment.addFirst(line.substring(3).strip());
      } else if (line.isEmpty() || line.endsWith(";") || line.endsWith("}")) {
        break;
      } else if (!comment.isEmpty()) {
        break;
      }
    }
    return comment;
  }
}
