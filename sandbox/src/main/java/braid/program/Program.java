package braid.program;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Source text with everything that decides how it runs. `file` is the name tracebacks show.
/// Immutable. Throws [RejectedProgram] with a sentence when a part is out of bounds.
public record Program(
    Language language, String file, String source, Settings settings, Limits limits) {

  /// The most bytes of UTF-8 a source may have.
  public static final int SOURCE_BYTES_MAX = 64 * 1024;

  /// So long telling what many executions have shown may take, in milliseconds.
  private static final long TELLING_MILLIS = 10_000;

  public Program {
    int bytes = source.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > SOURCE_BYTES_MAX) {
      throw new RejectedProgram(
          "the source has %,d bytes; at most %,d can be run".formatted(bytes, SOURCE_BYTES_MAX));
    }
    if (file.isEmpty() || file.length() > 100) {
      throw new RejectedProgram("a file name has 1 to 100 characters, not " + file.length());
    }
  }

  /// The same program under other settings.
  public Program with(Settings others) {
    return new Program(language, file, source, others, limits);
  }

  /// The longest it may take on the wall, in milliseconds: all executions of it together, and
  /// telling what they have shown.
  public long wallMillis() {
    return settings.exploring().isAsked()
        ? settings.exploring().seconds() * 1000L + TELLING_MILLIS
        : limits.wallMillis();
  }

  /// The SHA-256 of the source in hexadecimal.
  public String sourceHash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(source.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
