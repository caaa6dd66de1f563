/// One execution as events that conflict or commute: what happens before each, which of them race,
/// and what is known of the program from execution to execution. Observations enter. Must not know
/// who goes on next, or why. Read [braid.explore.event.Event], then
/// [braid.explore.event.Recording].
package braid.explore.event;
