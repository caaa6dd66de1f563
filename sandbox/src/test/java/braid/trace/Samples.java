package braid.trace;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Values of every record of a sealed interface, found by reflection, so that a new one has its
/// samples the moment it is written.
public final class Samples {
  private Samples() {}

  /// At least one value of `type`, and of every record and constant it can be made of.
  public static List<Object> of(Type type) {
    if (type instanceof ParameterizedType list) {
      return List.of(List.of(), of(list.getActualTypeArguments()[0]));
    }
    Class<?> plain = (Class<?>) type;
    if (plain == int.class) {
      return List.of(3, -1);
    }
    if (plain == long.class) {
      return List.of(5_000_000_000L, -1L);
    }
    if (plain == double.class) {
      return List.of(0.0, 1234.5);
    }
    if (plain == boolean.class) {
      return List.of(true, false);
    }
    if (plain == String.class) {
      return List.of("", "\"é\\ 잠금\n\u0007\uD83D\uDD12");
    }
    if (plain == Integer.class) {
      return List.of(0, 1);
    }
    if (plain.isEnum()) {
      return Arrays.asList(plain.getEnumConstants());
    }
    return plain.isSealed()
        ? Arrays.stream(plain.getPermittedSubclasses()).flatMap(one -> of(one).stream()).toList()
        : ofRecord(plain);
  }

  /// One value of the record for each sample of each component, the others as in the first.
  private static List<Object> ofRecord(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] first =
        Arrays.stream(components).map(c -> of(c.getGenericType()).getFirst()).toArray();
    List<Object> samples = new ArrayList<>();
    samples.add(make(type, first));
    for (int at = 0; at < components.length; at++) {
      for (Object sample : of(components[at].getGenericType())) {
        Object[] values = first.clone();
        values[at] = sample;
        samples.add(make(type, values));
      }
    }
    return samples;
  }

  private static Object make(Class<?> type, Object[] values) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no sample of " + type + " of " + Arrays.toString(values), e);
    }
  }
}
