package braid.server.run;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// A run in the database (migration V1). Columns of an end are null until there is one.
@Entity
@Table(name = "run")
public class RunRow extends PanacheEntityBase {
  @Id String id;
  String state;
  String language;
  String file;
  String source;
  String settings;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "finished_at")
  Instant finishedAt;

  String verdict;
  String detail;
  String reason;
  Long steps;
  Long entries;

  @Column(name = "virtual_nanos")
  Long virtualNanos;

  @Column(name = "wall_millis")
  Long wallMillis;

  String schedule;

  @Column(name = "trace_hash")
  String traceHash;

  byte[] output;
  byte[] stderr;
}
