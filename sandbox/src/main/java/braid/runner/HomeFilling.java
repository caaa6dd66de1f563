package braid.runner;

import braid.guest.python.PythonGuest;
import braid.kernel.carrier.VirtualCarrier;
import braid.program.Language;
import braid.program.Limits;
import braid.program.Program;
import braid.program.Settings;
import braid.trace.Entry;
import braid.trace.TraceHash;
import braid.trace.VerdictType;
import braid.worker.WorkerCommand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.spi.ToolProvider;
import org.graalvm.polyglot.Engine;

/// Fills the folder a worker lives in, once per build: the standard library's files, and the
/// bytecode of what programs commonly import, so that no run has to compile it.
public final class HomeFilling {
  /// Bytecode keeps the name of its file, so each is compiled once more as the worker will see it.
  private static final String IMPORTS =
      """
      import threading, queue, time, random, traceback, collections, functools, itertools
      import contextlib, dataclasses, datetime, logging, concurrent.futures, enum, math, string
      import heapq, bisect, json, re, sys, os, io, types, typing, abc, copy, operator, statistics
      import inspect, textwrap, uuid, decimal, sched, contextvars, atexit, weakref, linecache
      import concurrent.futures.thread, concurrent.futures.process, pickle, multiprocessing.pool
      import multiprocessing.managers, subprocess, urllib.request, requests, aiohttp, ctypes, shlex
      import asyncio, asyncio.base_subprocess, asyncio.selector_events, socket, signal, selectors
      try:
          1 / 0
      except ZeroDivisionError:
          traceback.format_exc()
      import py_compile
      files = {getattr(module, "__file__", None) or "" for module in sys.modules.values()}
      for folder, _, names in os.walk(os.path.dirname(threading.__file__)):
          files.update(os.path.join(folder, name) for name in names)
      for file in sorted(files):
          if file.endswith(".py") and "/worker/" in file:
              seen = "/braid/worker/" + file.partition("/worker/")[2]
              py_compile.compile(file, dfile=seen, doraise=True)
      """;

  /// Without `jdk.jfr`: where it is, the engine makes ready to record itself at every start.
  private static final String JDK_MODULES =
      "java.se,jdk.charsets,jdk.httpserver,jdk.internal.vm.ci,jdk.localedata,"
          + "jdk.management,jdk.net,jdk.security.auth,jdk.unsupported,jdk.zipfs";

  private static final Limits LIMITS =
      new Limits(300_000, 1L << 30, 1L << 20, 100_000, 1_000, 10_000);

  private HomeFilling() {}

  /// `HomeFilling FOLDER STANDINS`: fills FOLDER unless it was filled from the same stand-ins
  /// before.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path home = Path.of(arguments[0]).toAbsolutePath();
    Path standIns = Path.of(arguments[1]);
    copyDirectives(home.resolve(WorkerCommand.DIRECTIVES));
    String stamp = stamp(standIns);
    Path stampFile = home.resolve("stamp");
    if (Files.exists(stampFile) && Files.readString(stampFile).equals(stamp)) {
      return;
    }
    Path python = home.resolve("python");
    delete(python);
    copyStandIns(standIns, python);
    if (!Files.exists(home.resolve("resources"))) {
      Engine.copyResources(home.resolve("resources"), "python");
    }
    linkJdk(home.resolve("jdk"));
    System.setProperty("polyglot.engine.resourcePath", home.resolve("resources").toString());
    System.setProperty("braid.cache.write", "true");
    compileImports(home);
    Files.writeString(stampFile, stamp);
  }

  private static void copyDirectives(Path to) throws IOException {
    String resource = "/braid/worker/" + WorkerCommand.DIRECTIVES;
    try (InputStream from = WorkerCommand.class.getResourceAsStream(resource)) {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// A JDK of just what workers need, where this one can be linked. It lacks the empty module that
  /// stands in the compiler's place, which lets the JVM keep a cache of classes.
  private static void linkJdk(Path folder) throws IOException {
    Optional<ToolProvider> jlink = ToolProvider.findFirst("jlink");
    if (Files.exists(folder) || jlink.isEmpty()) {
      return;
    }
    int failed =
        jlink
            .get()
            .run(
                System.out,
                System.err,
                "--add-modules",
                JDK_MODULES,
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                folder.toString());
    if (failed != 0) {
      System.err.println("workers use the whole JDK, which starts more slowly");
      delete(folder);
    }
  }

  /// Runs a program that imports them, with the bytecode cache open for writing.
  private static void compileImports(Path home) throws InterruptedException {
    List<Entry.Verdict> verdicts = new ArrayList<>();
    try (PythonGuest guest = new PythonGuest(home)) {
      Program program =
          new Program(Language.PYTHON, "imports.py", IMPORTS, Settings.DEFAULT, LIMITS);
      Consumer<Entry> sink =
          entry -> {
            if (entry instanceof Entry.Verdict verdict) {
              verdicts.add(verdict);
            }
          };
      new Execution(program, VirtualCarrier.tryOpen().orElseThrow(), sink).run(guest.open());
    }
    if (verdicts.getFirst().verdict() != VerdictType.PASSED) {
      throw new IllegalStateException("the stand-ins do not work: " + verdicts.getFirst().detail());
    }
  }

  private static void copyStandIns(Path from, Path to) throws IOException {
    for (Path file : files(from)) {
      Path copy = to.resolve(from.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
  }

  /// Old bytecode is taken at its word, so none may stay.
  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static String stamp(Path standIns) throws IOException {
    TraceHash hash = new TraceHash();
    hash.add(IMPORTS);
    for (Path file : files(standIns)) {
      hash.add(standIns.relativize(file).toString());
      hash.add(Files.readString(file));
    }
    return hash.finish();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
