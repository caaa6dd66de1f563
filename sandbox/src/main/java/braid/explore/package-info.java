/// Goes through the executions of a program: finds the schedule that breaks it, or shows that there
/// is none. Something that makes one execution at a time enters, findings leave. Must not know
/// languages, processes or clocks on the wall. Read [braid.explore.Explorer] first.
package braid.explore;
