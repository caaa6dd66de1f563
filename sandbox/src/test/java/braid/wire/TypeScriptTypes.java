package braid.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// Describes Java types as Jackson writes them: a sealed interface is a union tagged by its type
/// property, a record an object, an enum a union of strings. What a type mentions stands before it.
/// The text is what Prettier would leave alone (100 columns, single quotes).
final class TypeScriptTypes {
  private static final int COLUMNS_MAX = 100;

  private final JavaComments comments;
  private final SequencedMap<Class<?>, String> texts = new LinkedHashMap<>();

  TypeScriptTypes(JavaComments comments) {
    this.comments = comments;
  }

  /// The declarations of these types and of all they mention.
  String of(List<Class<?>> roots) {
    roots.forEach(this::declare);
    return String.join("\n", texts.values());
  }

  private void declare(Class<?> type) {
    if (texts.containsKey(type)) {
      return;
    }
    String text;
    if (type.isEnum()) {
      text = union(type, Arrays.stream(type.getEnumConstants()).map(this::literal).toList());
    } else if (type.isRecord()) {
      text =
          "export interface "
              + type.getSimpleName()
              + " "
              + block(members(type, Optional.empty()), "")
              + "\n";
    } else if (type.isAnnotationPresent(JsonSubTypes.class)) {
      text = tagged(type);
    } else {
      throw new IllegalArgumentException(type + " has no form on the wire");
    }
    texts.put(type, comment(type, "") + text);
  }

  private String literal(Object constant) {
    try {
      Field field = ((Enum<?>) constant).getDeclaringClass().getField(((Enum<?>) constant).name());
      JsonProperty property = field.getAnnotation(JsonProperty.class);
      return "'" + (property == null ? field.getName() : property.value()) + "'";
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String union(Class<?> type, List<String> alternatives) {
    String head = "export type " + type.getSimpleName() + " =";
    String line = head + " " + String.join(" | ", alternatives) + ";";
    return line.length() <= COLUMNS_MAX
        ? line + "\n"
        : head + "\n  | " + String.join("\n  | ", alternatives) + ";\n";
  }

  private String tagged(Class<?> type) {
    String tag = type.getAnnotation(JsonTypeInfo.class).property();
    List<String> alternatives = new ArrayList<>();
    for (JsonSubTypes.Type alternative : type.getAnnotation(JsonSubTypes.class).value()) {
      String kind = "readonly " + tag + ": '" + alternative.name() + "'";
      List<String> members = members(alternative.value(), Optional.of(kind));
      String line = "{ " + String.join("; ", members) + " }";
      boolean fits = line.length() + "  | ;".length() <= COLUMNS_MAX;
      alternatives.add(
          comment(alternative.value(), "  ") + "  | " + (fits ? line : block(members, "    ")));
    }
    return "export type " + type.getSimpleName() + " =\n" + String.join("\n", alternatives) + ";\n";
  }

  private List<String> members(Class<?> type, Optional<String> first) {
    List<String> members = new ArrayList<>();
    first.ifPresent(members::add);
    for (RecordComponent component : type.getRecordComponents()) {
      JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
      String name =
          property == null || property.value().isEmpty() ? component.getName() : property.value();
      String mark = isOptional(component.getType()) ? "?" : "";
      members.add("readonly " + name + mark + ": " + typeOf(component.getGenericType()));
    }
    return members;
  }

  private static boolean isOptional(Class<?> type) {
    return type == Optional.class || type == OptionalInt.class || type == OptionalLong.class;
  }

  private static String block(List<String> members, String indent) {
    return members.stream()
        .map(member -> indent + "  " + member + ";\n")
        .collect(Collectors.joining("", "{\n", indent + "}"));
  }

  private String typeOf(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      Class<?> raw = (Class<?>) generic.getRawType();
      if (raw == Optional.class) {
        return typeOf(of[0]);
      }
      return raw == Map.class
          ? "Readonly<Record<" + typeOf(of[0]) + ", " + typeOf(of[1]) + ">>"
          : "readonly " + typeOf(of[0]) + "[]";
    }
    return nameOf((Class<?>) type);
  }

  private String nameOf(Class<?> type) {
    if (type == String.class || type == Instant.class) {
      return "string";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "boolean";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type) || isOptional(type)) {
      return "number";
    }
    declare(type);
    return type.getSimpleName();
  }

  private String comment(Class<?> type, String indent) {
    String text = comments.of(type);
    if (text.isEmpty()) {
      return "";
    }
    String line = indent + "/** " + text + " */\n";
    if (line.length() - 1 <= COLUMNS_MAX) {
      return line;
    }
    StringBuilder lines = new StringBuilder(indent + "/**\n");
    StringBuilder filling = new StringBuilder(indent + " *");
    for (String word : text.split(" ")) {
      if (filling.length() + 1 + word.length() > COLUMNS_MAX) {
        lines.append(filling).append('\n');
        filling = new StringBuilder(indent + " *");
      }
      filling.append(' ').append(word);
    }
    return lines.append(filling).append('\n').append(indent).append(" */\n").toString();
  }
}
