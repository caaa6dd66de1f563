package braid.server.gallery;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/// The teaching programs and the classic bugs, read once from the sandbox's jar. Immutable.
@Singleton
public class Gallery {
  private final List<Example> examples;

  Gallery(ObjectMapper json) {
    List<Example> lessons = new Corpus(new Shelf("corpus", json)).examples();
    List<Example> bugs = new ClassicBugs(new Shelf("catalogue", json)).examples();
    examples = Stream.concat(lessons.stream(), bugs.stream()).toList();
  }

  /// All of them, in their order.
  public List<Example> examples() {
    return examples;
  }
}
