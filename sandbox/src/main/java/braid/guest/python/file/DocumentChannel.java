package braid.guest.python.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// An open document. Confined to the task that has control.
final class DocumentChannel implements SeekableByteChannel {
  private final Disk disk;
  private final Disk.Document document;
  private final boolean canWrite;
  private final boolean canRead;
  private final boolean isAppending;
  private long position;
  private boolean isOpen = true;

  DocumentChannel(Disk disk, Disk.Document document, Set<? extends OpenOption> options) {
    this.disk = disk;
    this.document = document;
    this.isAppending = options.contains(StandardOpenOption.APPEND);
    this.canWrite = isAppending || options.contains(StandardOpenOption.WRITE);
    this.canRead = !canWrite || options.contains(StandardOpenOption.READ);
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    assertOpen();
    if (!canRead) {
      throw new NonReadableChannelException();
    }
    byte[] bytes = new byte[into.remaining()];
    int count = disk.read(document, position, bytes);
    if (count > 0) {
      into.put(bytes, 0, count);
      position += count;
    }
    return count;
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    assertOpen();
    if (!canWrite) {
      throw new NonWritableChannelException();
    }
    byte[] bytes = new byte[from.remaining()];
    from.get(bytes);
    if (isAppending) {
      position = disk.size(document);
    }
    disk.write(document, position, bytes);
    position += bytes.length;
    return bytes.length;
  }

  @Override
  public long position() throws IOException {
    assertOpen();
    return position;
  }

  @Override
  public SeekableByteChannel position(long to) throws IOException {
    assertOpen();
    position = to;
    return this;
  }

  @Override
  public long size() throws IOException {
    assertOpen();
    return disk.size(document);
  }

  @Override
  public SeekableByteChannel truncate(long size) throws IOException {
    assertOpen();
    if (!canWrite) {
      throw new NonWritableChannelException();
    }
    disk.truncate(document, size);
    position = Math.min(position, size);
    return this;
  }

  private void assertOpen() throws ClosedChannelException {
    if (!isOpen) {
      throw new ClosedChannelException();
    }
  }

  @Override
  public boolean isOpen() {
    return isOpen;
  }

  @Override
  public void close() {
    isOpen = false;
  }
}
