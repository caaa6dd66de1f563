package braid.server.gallery;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A folder of programs in the sandbox's jar. Immutable.
final class Shelf {
  private final String folder;
  private final ObjectMapper json;

  Shelf(String folder, ObjectMapper json) {
    this.folder = folder;
    this.json = json;
  }

  /// The text of a file that has to be there.
  String text(String path) {
    return find(path)
        .orElseThrow(
            () -> new IllegalStateException("the sandbox came without " + folder + "/" + path));
  }

  /// The text of a file, if it is there.
  Optional<String> find(String path) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream in = loader.getResourceAsStream(folder + "/" + path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + "/" + path + " cannot be read", e);
    }
  }

  /// What a JSON text says. It may say more than this service knows: the sandbox may be newer.
  <T> T read(String path, String text, Class<T> type) {
    try {
      return json.readerFor(type)
          .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .readValue(text);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + "/" + path + " cannot be understood", e);
    }
  }
}
