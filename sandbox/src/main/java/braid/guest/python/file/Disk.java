package braid.guest.python.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// Folders and documents in memory. Paths are absolute and normal. Thread-safe.
final class Disk {
  /// Where a program begins.
  static final Path HOME = Path.of("/home/braid");

  private static final Path TEMPORARY = Path.of("/tmp");
  private static final int BYTES_MAX = 32 << 20;
  private static final int NODES_MAX = 10_000;

  /// What a path leads to; each has a number of its own.
  sealed interface Node {
    long number();
  }

  /// Names, in order, and what they stand for.
  record Folder(long number, TreeMap<String, Node> inside) implements Node {}

  /// Bytes that can grow. Guarded by its disk.
  static final class Document implements Node {
    private final long number;
    private byte[] bytes = new byte[0];
    private int size;

    Document(long number) {
      this.number = number;
    }

    @Override
    public long number() {
      return number;
    }
  }

  private Folder root = new Folder(1, new TreeMap<>());
  private String program = "";
  private String source = "";
  private long bytes;
  private long nodes;
  private boolean isChanged = true;

  /// Only the program's own file is there, and the folders every machine has.
  synchronized void begin(String file, String text) {
    if (!isChanged && file.equals(program) && text.equals(source)) {
      return;
    }
    program = file;
    source = text;
    root = new Folder(1, new TreeMap<>());
    bytes = 0;
    nodes = 1;
    try {
      for (Path folder : List.of(HOME.getParent(), HOME, TEMPORARY)) {
        createFolder(folder);
      }
      Document own =
          open(HOME.resolve(Path.of(file).getFileName()), Set.of(StandardOpenOption.CREATE));
      write(own, 0, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("an empty disk takes no file " + file, e);
    }
    isChanged = false;
  }

  synchronized Node find(Path path) throws IOException {
    Node at = root;
    for (Path name : path) {
      if (!(at instanceof Folder folder)) {
        throw new NotDirectoryException(path.toString());
      }
      at = folder.inside().get(name.toString());
      if (at == null) {
        throw new NoSuchFileException(path.toString());
      }
    }
    return at;
  }

  private Folder folder(Path path) throws IOException {
    if (find(path) instanceof Folder folder) {
      return folder;
    }
    throw new NotDirectoryException(path.toString());
  }

  synchronized List<String> names(Path path) throws IOException {
    return new ArrayList<>(folder(path).inside().keySet());
  }

  synchronized void createFolder(Path path) throws IOException {
    put(path, new Folder(nextNumber(path), new TreeMap<>()));
  }

  private long nextNumber(Path path) throws FileSystemException {
    if (nodes >= NODES_MAX) {
      throw full(path.toString());
    }
    return ++nodes;
  }

  private void put(Path path, Node node) throws IOException {
    if (path.getNameCount() == 0) {
      throw new FileAlreadyExistsException(path.toString());
    }
    Folder parent = folder(path.getParent());
    String name = path.getFileName().toString();
    if (parent.inside().putIfAbsent(name, node) != null) {
      throw new FileAlreadyExistsException(path.toString());
    }
    isChanged = true;
  }

  synchronized Document open(Path path, Set<? extends OpenOption> options) throws IOException {
    boolean mayCreate =
        options.contains(StandardOpenOption.CREATE)
            || options.contains(StandardOpenOption.CREATE_NEW);
    Node known;
    try {
      known = find(path);
    } catch (NoSuchFileException e) {
      if (!mayCreate) {
        throw e;
      }
      Document made = new Document(nextNumber(path));
      put(path, made);
      return made;
    }
    if (options.contains(StandardOpenOption.CREATE_NEW)) {
      throw new FileAlreadyExistsException(path.toString());
    }
    if (!(known instanceof Document document)) {
      throw new FileSystemException(path.toString(), null, "Is a directory");
    }
    if (options.contains(StandardOpenOption.TRUNCATE_EXISTING)) {
      truncate(document, 0);
    }
    return document;
  }

  synchronized void delete(Path path) throws IOException {
    Node node = find(path);
    if (node instanceof Folder folder && !folder.inside().isEmpty()) {
      throw new DirectoryNotEmptyException(path.toString());
    }
    folder(path.getParent()).inside().remove(path.getFileName().toString());
    nodes--;
    if (node instanceof Document document) {
      bytes -= document.size;
    }
    isChanged = true;
  }

  /// What stood at the target before is gone, as `rename` of POSIX has it.
  synchronized void move(Path source, Path target) throws IOException {
    Node node = find(source);
    if (source.equals(target)) {
      return;
    }
    Folder to = folder(target.getParent());
    if (to.inside().containsKey(target.getFileName().toString())) {
      delete(target);
    }
    folder(source.getParent()).inside().remove(source.getFileName().toString());
    to.inside().put(target.getFileName().toString(), node);
    isChanged = true;
  }

  synchronized int size(Document document) {
    return document.size;
  }

  /// At most as many bytes as `into` holds, from `position` on; -1 at the end.
  synchronized int read(Document document, long position, byte[] into) {
    if (position >= document.size) {
      return -1;
    }
    int count = (int) Math.min(into.length, document.size - position);
    System.arraycopy(document.bytes, (int) position, into, 0, count);
    return count;
  }

  synchronized void write(Document document, long position, byte[] from) throws IOException {
    long end = position + from.length;
    if (bytes + Math.max(0, end - document.size) > BYTES_MAX) {
      throw full(null);
    }
    if (end > document.bytes.length) {
      document.bytes = Arrays.copyOf(document.bytes, (int) Math.max(end, 2L * document.size));
    }
    System.arraycopy(from, 0, document.bytes, (int) position, from.length);
    bytes += Math.max(0, end - document.size);
    document.size = (int) Math.max(end, document.size);
    isChanged = true;
  }

  synchronized void truncate(Document document, long size) {
    if (size < document.size) {
      Arrays.fill(document.bytes, (int) size, document.size, (byte) 0);
      bytes -= document.size - size;
      document.size = (int) size;
      isChanged = true;
    }
  }

  private static FileSystemException full(String path) {
    return new FileSystemException(path, null, "No space left on device");
  }
}
