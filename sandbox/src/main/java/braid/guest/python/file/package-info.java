/// The files a Python program sees. Paths enter; folders and documents in memory leave, and the
/// standard library to read only. Nothing reaches the real machine, and every execution begins with
/// the same files. Must not know the kernel. Read [braid.guest.python.file.ProgramFiles] first.
package braid.guest.python.file;
