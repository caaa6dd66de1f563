package braid.guest.python;

import com.oracle.graal.python.PythonLanguage;
import com.oracle.graal.python.builtins.objects.code.PCode;
import com.oracle.graal.python.runtime.object.PFactory;
import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.strings.TruffleString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The compiled files of the library and of the stand-ins, read once for all worlds of an engine,
/// which find their code as warm as the last one left it. GraalPy means to share it, too, but lets
/// go of it whenever garbage is collected (its sources are known to the engine by weak references).
/// Thread-safe.
///
/// Programs cannot put code of theirs in: it comes from files that they cannot write, by a function
/// that was there before them.
final class LibraryCode {
  private static final String SUFFIX = ".pyc";

  /// What comes before the code (PEP 552).
  private static final int HEADER_BYTES = 16;

  private final Path home;
  private final Map<Path, Shared> known = new ConcurrentHashMap<>();

  /// @param home the worker's folder, in which all such files are
  LibraryCode(Path home) {
    this.home = home.toAbsolutePath().normalize();
  }

  /// What a world reads with.
  Reader reader() {
    return new Reader();
  }

  /// A code object without its context.
  private record Shared(
      RootCallTarget target, int flags, int firstLine, byte[] lines, TruffleString file) {
    static Shared of(PCode code) {
      return new Shared(
          code.getRootCallTarget(),
          code.getFlags(),
          code.getFirstLineNo(),
          code.getLinetable(),
          code.getFilename());
    }

    PCode here() {
      return PFactory.createCode(PythonLanguage.get(null), target, flags, firstLine, lines, file);
    }
  }

  /// Reads for one world. Confined to the task that has control.
  final class Reader {
    private Optional<Object> unmarshal = Optional.empty();

    /// What unmarshals code; later calls change nothing.
    void unmarshalBy(Object function) {
      if (unmarshal.isEmpty()) {
        unmarshal = Optional.of(function);
      }
    }

    /// The code in this file; empty where it is none of the library's.
    Optional<Object> code(String file) {
      Path path = Path.of(file).normalize();
      if (!path.startsWith(home) || !file.endsWith(SUFFIX) || !Files.isRegularFile(path)) {
        return Optional.empty();
      }
      // Not by computing where it is absent: that would read while others wait.
      if (!known.containsKey(path)) {
        known.putIfAbsent(path, Shared.of(read(path)));
      }
      return Optional.of(known.get(path).here());
    }

    private PCode read(Path file) {
      try {
        byte[] all = Files.readAllBytes(file);
        byte[] marshalled = Arrays.copyOfRange(all, HEADER_BYTES, all.length);
        Object bytes = PFactory.createBytes(PythonLanguage.get(null), marshalled);
        return (PCode) InteropLibrary.getUncached().execute(unmarshal.orElseThrow(), bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InteropException e) {
        throw new IllegalStateException(file + " cannot be unmarshalled", e);
      }
    }
  }
}
