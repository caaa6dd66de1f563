/// What programs synchronise with, as pure state machines: a task and an [braid.trace.Action]
/// enter, an [braid.primitive.Effect] and an [braid.trace.ObjectState] leave. No thread, no clock,
/// no chance and no kernel inside; where there is a choice, the caller makes it. Every type is
/// confined to the kernel thread unless it says otherwise. Read [braid.primitive.Primitive] first,
/// then [braid.primitive.Mutex] and [braid.primitive.Condition].
package braid.primitive;
