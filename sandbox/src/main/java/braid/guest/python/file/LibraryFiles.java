package braid.guest.python.file;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;

/// The worker's own folder (standard library, stand-ins, their
/// bytecode), to read only. Everything else does not exist there. Thread-safe.
final class LibraryFiles implements FileSystem {
  private final FileSystem files;
  private final Path home;

  LibraryFiles(Path home) {
    this.home = home;
    FileSystem whole = FileSystem.newDefaultFileSystem();
    this.files =
        Boolean.getBoolean("braid.cache.write") ? whole : FileSystem.newReadOnlyFileSystem(whole);
  }

  private Path visible(Path path) throws NoSuchFileException {
    if (!toAbsolutePath(path).normalize().startsWith(home)) {
      throw new NoSuchFileException(path.toString());
    }
    return path;
  }

  @Override
  public Path parsePath(URI uri) {
    return files.parsePath(uri);
  }

  @Override
  public Path parsePath(String path) {
    return files.parsePath(path);
  }

  @Override
  public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... linkOptions)
      throws IOException {
    files.checkAccess(visible(path), modes, linkOptions);
  }

  @Override
  public void createDirectory(Path dir, FileAttribute<?>... attributes) throws IOException {
    files.createDirectory(visible(dir), attributes);
  }

  @Override
  public void delete(Path path) throws IOException {
    files.delete(visible(path));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return files.newByteChannel(visible(path), options, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path dir, DirectoryStream.Filter<? super Path> filter) throws IOException {
    return files.newDirectoryStream(visible(dir), filter);
  }

  @Override
  public Path toAbsolutePath(Path path) {
    return files.toAbsolutePath(path);
  }

  @Override
  public Path toRealPath(Path path, LinkOption... linkOptions) throws IOException {
    return files.toRealPath(visible(path), linkOptions);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return files.readAttributes(visible(path), attributes, options);
  }

  @Override
  public void move(Path source, Path target, java.nio.file.CopyOption... options)
      throws IOException {
    files.move(visible(source), visible(target), options);
  }
}
