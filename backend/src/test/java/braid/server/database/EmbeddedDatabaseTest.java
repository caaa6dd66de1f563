package braid.server.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  @TempDir Path data;

  @Test
  void data_outlives_the_server_and_only_the_password_opens_it() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
      say(database, "create table kept (word text)");
      say(database, "insert into kept values ('still here')");
      assertEquals("on", ask(database, "show fsync"));
      assertEquals("on", ask(database, "show synchronous_commit"));
      String url = database.datasource().get("quarkus.datasource.jdbc.url");
      assertThrows(
          SQLException.class, () -> DriverManager.getConnection(url, "postgres", "guess").close());
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
      assertEquals("still here", ask(database, "select word from kept"));
    }
  }

  @Test
  void one_folder_serves_one_service() throws Exception {
    EmbeddedDatabase database = EmbeddedDatabase.start(data);
    DatabaseFailure failure =
        assertThrows(DatabaseFailure.class, () -> EmbeddedDatabase.start(data).close());
    assertTrue(failure.getMessage().contains("BRAID_DATA"), failure.getMessage());
    database.close();
  }

  @Test
  void a_pid_file_of_a_process_that_is_no_server_here_is_put_away() throws Exception {
    Path folder = Files.createDirectories(data.resolve("postgres"));
    Path pidFile = folder.resolve("postmaster.pid");
    for (String pid : List.of(Long.toString(ProcessHandle.current().pid()), "1", "nonsense", "")) {
      Files.writeString(pidFile, pid + "\n" + folder + "\n");
      assertTrue(OrphanedServer.on(folder).isEmpty());
      assertTrue(Files.notExists(pidFile));
    }
  }

  private static void say(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(EmbeddedDatabase database, String sql)
      throws SQLException, IOException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getString(1);
    }
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    Map<String, String> source = database.datasource();
    Properties login = new Properties();
    login.put("user", source.get("quarkus.datasource.username"));
    login.put("password", source.get("quarkus.datasource.password"));
    return DriverManager.getConnection(source.get("quarkus.datasource.jdbc.url"), login);
  }
}
