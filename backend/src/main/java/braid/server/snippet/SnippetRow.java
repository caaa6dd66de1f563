package braid.server.snippet;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// A snippet in the database (migration V2). The last two are null for one without a run.
@Entity
@Table(name = "snippet")
public class SnippetRow extends PanacheEntityBase {
  @Id String id;

  @Column(name = "content_hash")
  String contentHash;

  String language;
  String file;
  String source;
  String settings;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "run_summary")
  String runSummary;

  @Basic
  @Column(name = "lines_gzip")
  byte[] linesGzip;
}
