package braid.tidy;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.stream.Stream;

/// What a rule has found, one line each.
record Offences(List<String> lines) {

  static Offences of(Stream<String> lines) {
    return new Offences(lines.toList());
  }

  /// Fails and lists them, if there are any.
  void assertNone() {
    if (!lines.isEmpty()) {
      fail(lines.size() + " offences:\n  " + String.join("\n  ", lines));
    }
  }
}
