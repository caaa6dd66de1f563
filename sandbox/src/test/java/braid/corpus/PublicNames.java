package braid.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Every public name of the modules Braid stands in for, and what has become of it here, as the
/// program `public/survey.py` has said. Immutable.
record PublicNames(List<Name> names) {
  private static final Path FOLDER = Path.of("src/test/resources/public");
  private static final Path README = Path.of("README.md");
  private static final String BEGIN = "<!-- names: written by PublicNamesTest -->\n";
  private static final String END = "<!-- end of names -->\n";

  PublicNames {
    names = List.copyOf(names);
  }

  /// @param module the module that has the name
  /// @param name the name, or that of one of its classes and a member
  /// @param how `modelled`, `standard`, `refused` or `missing`
  /// @param detail the stand-in, or the reason
  /// @param call what a program writes to be refused
  record Name(String module, String name, String how, String detail, String call) {
    private static Name read(String line) {
      String[] fields = line.split("\t", -1);
      return new Name(fields[0], fields[1], fields[2], fields[3], fields[4]);
    }

    String imported() {
      return "import " + module + "\n" + call + "()\n";
    }
  }

  /// The survey's source, which knows what CPython has.
  static String survey() throws IOException {
    String expected = Files.readString(FOLDER.resolve("expected.txt"));
    return "EXPECTED = \"\"\"\n"
        + expected
        + "\"\"\"\n"
        + Files.readString(FOLDER.resolve("survey.py"));
  }

  static PublicNames read(String survey) {
    return new PublicNames(survey.lines().map(Name::read).toList());
  }

  List<Name> that(String how) {
    return names.stream().filter(name -> name.how().equals(how)).toList();
  }

  /// The table in Markdown: a row for each module and what became of its names.
  String table() {
    Map<String, List<Name>> modules =
        names.stream()
            .collect(Collectors.groupingBy(Name::module, LinkedHashMap::new, Collectors.toList()));
    StringBuilder text = new StringBuilder("| module | how | names |\n|---|---|---|\n");
    modules.forEach(
        (module, held) ->
            rows(held)
                .forEach(
                    (how, listed) -> {
                      text.append("| `%s` | %s | %s |\n".formatted(module, how, listed));
                    }));
    return text.toString();
  }

  private static Map<String, String> rows(List<Name> held) {
    Map<String, String> rows = new LinkedHashMap<>();
    List<Name> modelled = held.stream().filter(name -> name.how().equals("modelled")).toList();
    if (!modelled.isEmpty()) {
      String by =
          modelled.stream()
              .map(name -> "`" + name.detail() + "`")
              .collect(Collectors.toCollection(TreeSet::new))
              .stream()
              .collect(Collectors.joining(", "));
      rows.put("modelled by " + by, listed(modelled));
    }
    List<Name> standard = held.stream().filter(name -> name.how().equals("standard")).toList();
    if (!standard.isEmpty()) {
      rows.put("standard on top", listed(standard));
    }
    held.stream()
        .filter(name -> name.how().equals("refused"))
        .collect(Collectors.groupingBy(Name::detail, LinkedHashMap::new, Collectors.toList()))
        .forEach((reason, refused) -> rows.put("refused: " + reason, listed(refused)));
    return rows;
  }

  private static String listed(List<Name> names) {
    return names.stream().map(name -> "`" + name.name() + "`").collect(Collectors.joining(" "));
  }

  /// What the folder's README says now, between the marks.
  static String written() throws IOException {
    String text = Files.readString(README);
    return text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END));
  }

  void write() throws IOException {
    String text = Files.readString(README);
    List<String> parts = new ArrayList<>();
    parts.add(text.substring(0, text.indexOf(BEGIN) + BEGIN.length()));
    parts.add(table());
    parts.add(text.substring(text.indexOf(END)));
    Files.writeString(README, String.join("", parts));
  }
}
