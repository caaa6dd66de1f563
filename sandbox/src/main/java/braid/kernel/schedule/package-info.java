/// What decides who goes next, and how the decisions are kept: strategies, the chance they draw on,
/// and the token that makes the same choices again. Candidates enter, a choice leaves. Must not
/// know tasks other than by their ids. Read [braid.kernel.schedule.Strategy] first.
package braid.kernel.schedule;
