package braid.server.gallery;

import braid.server.gallery.Example.Words;
import braid.server.wire.SettingsBody;
import braid.trace.VerdictType;
import java.util.List;
import java.util.Optional;

/// The programs that each show one thing, as `index.txt` orders them. Immutable.
final class Corpus {
  private final Shelf shelf;

  Corpus(Shelf shelf) {
    this.shelf = shelf;
  }

  /// What stands beside a program in its folder.
  record About(String topic, Words title, Words notice, SettingsBody settings, Expected expect) {}

  /// How it ends, as the tests hold it to.
  record Expected(VerdictType verdict) {}

  List<Example> examples() {
    return shelf
        .text("index.txt")
        .lines()
        .filter(line -> !line.isBlank())
        .map(this::example)
        .toList();
  }

  private Example example(String line) {
    String name = line.strip();
    String path = name + "/about.json";
    About about = shelf.read(path, shelf.text(path), About.class);
    return new Example(
        name,
        about.topic(),
        about.title(),
        about.notice(),
        shelf.text(name + "/main.py"),
        about.settings(),
        about.expect().verdict(),
        Optional.empty(),
        Optional.empty());
  }
}
