package braid.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import braid.trace.Entry;
import braid.trace.FutureStatus;
import braid.trace.ObjectState;
import braid.trace.ObjectType;
import braid.trace.Reason;
import braid.trace.Reason.Waiting;
import braid.trace.TaskType;
import braid.trace.VerdictType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WaitPictureTest {
  private static Waiting waiting(int task, int object, int holder) {
    return new Waiting(task, 5, object, holder, -1);
  }

  private static String picture(Reason reason) {
    List<Entry> entries = new ArrayList<>();
    for (String name : List.of("main", "t1", "t2")) {
      entries.add(new Entry.TaskAdded(entries.size(), TaskType.THREAD, name, -1, 0, false));
    }
    ObjectState lock = new ObjectState.Mutex(-1, 0, List.of());
    entries.add(new Entry.ObjectAdded(0, ObjectType.LOCK, "left", 0, 1, -1, lock));
    entries.add(new Entry.ObjectAdded(1, ObjectType.LOCK, "right", 0, 1, -1, lock));
    ObjectState future = new ObjectState.Future(FutureStatus.PENDING, "", List.of());
    entries.add(new Entry.ObjectAdded(2, ObjectType.FUTURE, "answer", 0, 1, -1, future));
    entries.add(new Entry.Verdict(VerdictType.DEADLOCK, "", reason, 0, 0, ""));
    return WaitPicture.of(entries);
  }

  private static Reason circle(List<Waiting> waiting) {
    return new Reason.Deadlock(true, Reason.DeadlockType.LOCK_CYCLE, waiting, List.of());
  }

  @Test
  void a_circle_leads_back_to_its_first_line() {
    assertEquals(
        """
        .-> t1 --wants--> right --held by--> t2
        '-- t2 --wants--> left --held by--> t1
        """,
        picture(circle(List.of(waiting(1, 1, 2), waiting(2, 0, 1)))));
  }

  @Test
  void who_waits_for_itself_is_a_circle_of_one() {
    assertEquals(
        "<-> t1 --wants--> left --held by--> t1\n", picture(circle(List.of(waiting(1, 0, 1)))));
  }

  @Test
  void without_a_circle_everyone_has_a_line() {
    assertEquals(
        """
            main --joins--> t1
            t1 --wants--> answer --worked on by--> t2
            t2 --wants--> right
        """,
        picture(
            Reason.Deadlock.of(List.of(waiting(0, -1, 1), waiting(1, 2, 2), waiting(2, 1, -1)))));
  }

  @Test
  void a_large_circle_is_cut_and_still_closes() {
    List<Waiting> ring =
        IntStream.range(0, 40).mapToObj(i -> waiting(i, -1, (i + 1) % 40)).toList();
    List<String> lines = picture(circle(ring)).lines().toList();
    assertEquals(17, lines.size());
    assertEquals("|   ...", lines.get(15));
    assertEquals("'-- task 39 --joins--> main", lines.getLast());
  }

  @Test
  void a_run_that_passed_has_no_such_picture() {
    assertEquals("", picture(new Reason.Completed()));
  }
}
