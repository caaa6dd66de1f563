/// Strategies that draw schedules by chance. They see only who can go on and what each is about to
/// do, so a single run and an exploration use the same ones.
package braid.kernel.sample;
