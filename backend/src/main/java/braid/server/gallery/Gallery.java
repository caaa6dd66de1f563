package braid.server.gallery;

import braid.server.gallery.Example.About;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The teaching programs, read once from the sandbox's jar. Immutable.
@Singleton
public class Gallery {
  private final List<Example> examples;

  Gallery(ObjectMapper json) {
    // A later corpus may say more about its programs than this service knows.
    ObjectReader reader =
        json.readerFor(About.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    List<Example> all = new ArrayList<>();
    for (String name : text("index.txt").lines().filter(line -> !line.isBlank()).toList()) {
      all.add(example(reader, name.strip()));
    }
    examples = List.copyOf(all);
  }

  /// All of them, in their order.
  public List<Example> examples() {
    return examples;
  }

  private static Example example(ObjectReader reader, String name) {
    try {
      About about = reader.readValue(text(name + "/about.json"));
      return new Example(
          name,
          about.topic(),
          about.title(),
          about.notice(),
          text(name + "/main.py"),
          about.settings(),
          about.expect().verdict());
    } catch (IOException e) {
      throw new UncheckedIOException("the teaching program " + name + " cannot be read", e);
    }
  }

  private static String text(String path) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream in = loader.getResourceAsStream("corpus/" + path)) {
      if (in == null) {
        throw new IllegalStateException("the sandbox came without corpus/" + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("corpus/" + path + " cannot be read", e);
    }
  }
}
