package braid.server;

import braid.server.database.EmbeddedDatabase;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/// The service. Without a database of the operator's it first starts its own.
@QuarkusMain
public final class Main {
  private Main() {}

  public static void main(String... args) {
    EmbeddedDatabase.startUnlessConfigured();
    Quarkus.run(args);
  }
}
