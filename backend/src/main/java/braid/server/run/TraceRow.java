package braid.server.run;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// The lines of a run's trace, compressed, in the database (migration V1).
@Entity
@Table(name = "run_trace")
public class TraceRow extends PanacheEntityBase {
  @Id String run;

  @Column(name = "lines_gzip")
  byte[] linesGzip;
}
