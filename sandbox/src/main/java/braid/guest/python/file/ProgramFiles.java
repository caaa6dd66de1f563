package braid.guest.python.file;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.graalvm.polyglot.io.FileSystem;

/// All files of one world: the worker's folder to read only, and everywhere else a disk of the
/// program's own, in memory, bounded. It begins each execution with nothing but the program's file
/// in `/home/braid`, and `/tmp`. Thread-safe.
public final class ProgramFiles implements FileSystem {
  /// Where programs begin.
  public static final Path HOME = Disk.HOME;

  /// When every file was made: the start of virtual time.
  private static final FileTime MADE = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  private static final int FOLDER_MODE = 0040755;
  private static final int DOCUMENT_MODE = 0100644;

  private final Path library;
  private final FileSystem libraryFiles;
  private final Disk disk = new Disk();
  private volatile Path current = HOME;
  private volatile Path own = HOME;

  /// @param library the worker's folder
  public ProgramFiles(Path library) {
    this.library = library;
    this.libraryFiles = new LibraryFiles(library);
    disk.begin("main.py", "");
  }

  /// An execution of this program begins.
  public void begin(String file, String source) {
    disk.begin(file, source);
    current = HOME;
    own = HOME.resolve(Path.of(file).getFileName());
  }

  private boolean isLibrarys(Path path) {
    return absolute(path).startsWith(library);
  }

  private Path absolute(Path path) {
    return toAbsolutePath(path).normalize();
  }

  @Override
  public Path parsePath(URI uri) {
    return libraryFiles.parsePath(uri);
  }

  @Override
  public Path parsePath(String path) {
    return libraryFiles.parsePath(path);
  }

  @Override
  public void setCurrentWorkingDirectory(Path folder) {
    current = absolute(folder);
  }

  @Override
  public Path toAbsolutePath(Path path) {
    return path.isAbsolute() ? path : current.resolve(path);
  }

  @Override
  public Path toRealPath(Path path, LinkOption... linkOptions) throws IOException {
    if (isLibrarys(path)) {
      return libraryFiles.toRealPath(absolute(path), linkOptions);
    }
    disk.find(absolute(path));
    return absolute(path);
  }

  /// The program's own file can be opened and is listed, but does not say that it is there: the
  /// engine would take it for the source it compiles, and call that by its whole path.
  @Override
  public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... linkOptions)
      throws IOException {
    if (isLibrarys(path)) {
      libraryFiles.checkAccess(absolute(path), modes, linkOptions);
    } else if (absolute(path).equals(own)) {
      throw new NoSuchFileException(path.toString());
    } else {
      disk.find(absolute(path));
    }
  }

  @Override
  public void createDirectory(Path dir, FileAttribute<?>... attributes) throws IOException {
    if (isLibrarys(dir)) {
      libraryFiles.createDirectory(absolute(dir), attributes);
    } else {
      disk.createFolder(absolute(dir));
    }
  }

  @Override
  public void delete(Path path) throws IOException {
    if (isLibrarys(path)) {
      libraryFiles.delete(absolute(path));
    } else {
      disk.delete(absolute(path));
    }
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (isLibrarys(path)) {
      return libraryFiles.newByteChannel(absolute(path), options, attributes);
    }
    boolean isToRead =
        !options.contains(StandardOpenOption.WRITE) && !options.contains(StandardOpenOption.APPEND);
    if (isToRead && disk.find(absolute(path)) instanceof Disk.Folder) {
      return new FolderChannel();
    }
    return new DocumentChannel(disk, disk.open(absolute(path), options), options);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path dir, DirectoryStream.Filter<? super Path> filter) throws IOException {
    if (isLibrarys(dir)) {
      return libraryFiles.newDirectoryStream(absolute(dir), filter);
    }
    List<Path> inside = disk.names(absolute(dir)).stream().map(dir::resolve).toList();
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return inside.iterator();
      }

      @Override
      public void close() {
        // Nothing is held.
      }
    };
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    if (isLibrarys(source) || isLibrarys(target)) {
      libraryFiles.move(absolute(source), absolute(target), options);
    } else {
      disk.move(absolute(source), absolute(target));
    }
  }

  /// Files here have no owners and no dates that could be changed.
  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
      throws IOException {
    checkAccess(path, Set.of());
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    if (isLibrarys(path)) {
      return libraryFiles.readAttributes(absolute(path), attributes, options);
    }
    Map<String, Object> all = attributes(disk.find(absolute(path)));
    String asked = attributes.substring(attributes.indexOf(':') + 1);
    if (!asked.equals("*")) {
      all.keySet().retainAll(Set.of(asked.split(",")));
    }
    return all;
  }

  private Map<String, Object> attributes(Disk.Node node) {
    boolean isFolder = node instanceof Disk.Folder;
    Map<String, Object> all = new TreeMap<>();
    all.put("isDirectory", isFolder);
    all.put("isRegularFile", !isFolder);
    all.put("isSymbolicLink", false);
    all.put("isOther", false);
    all.put("size", node instanceof Disk.Document document ? (long) disk.size(document) : 4096L);
    all.put("fileKey", node.number());
    all.put("ino", node.number());
    all.put("dev", 1L);
    all.put("rdev", 0L);
    all.put("nlink", isFolder ? 2 : 1);
    all.put("uid", 1000);
    all.put("gid", 1000);
    all.put("mode", isFolder ? FOLDER_MODE : DOCUMENT_MODE);
    all.put("permissions", PosixFilePermissions.fromString(isFolder ? "rwxr-xr-x" : "rw-r--r--"));
    for (String time : List.of("lastModifiedTime", "lastAccessTime", "creationTime", "ctime")) {
      all.put(time, MADE);
    }
    return all;
  }
}
