package braid.server.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Where a service keeps what must survive it, held by one service at a time: the lock ends with
/// the process, however that ends. Thread-safe.
final class DataFolder implements AutoCloseable {
  private final Path folder;
  private final FileLock lock;

  private DataFolder(Path folder, FileLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// Takes the folder, making it where it is missing; [DatabaseFailure] when another service has
  /// it.
  static DataFolder take(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw inUse(folder);
      }
      return new DataFolder(folder, lock);
    } catch (OverlappingFileLockException e) {
      throw inUse(folder);
    } catch (IOException e) {
      throw new DatabaseFailure(
          "the data folder " + folder + " cannot be written; set BRAID_DATA to one that can", e);
    }
  }

  /// The database's own folder.
  Path databaseFolder() {
    return folder.resolve("postgres");
  }

  /// Where the server's program files are unpacked.
  Path programFolder() {
    return folder.resolve("postgres-program");
  }

  /// The password of the embedded server, made on first use; only this user can read it.
  String password() throws IOException {
    Path file = passwordFile();
    if (!Files.exists(file)) {
      byte[] bytes = new byte[24];
      new SecureRandom().nextBytes(bytes);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(bytes));
    }
    return Files.readString(file).strip();
  }

  /// The file that holds [password()].
  Path passwordFile() {
    return folder.resolve("postgres-password");
  }

  @Override
  public void close() {
    try {
      lock.channel().close();
    } catch (IOException e) {
      throw new DatabaseFailure("the lock of " + folder + " cannot be given back", e);
    }
  }

  private static DatabaseFailure inUse(Path folder) {
    return new DatabaseFailure(
        "another Braid service uses the data folder "
            + folder
            + "; stop that one, or set BRAID_DATA to another folder");
  }
}
