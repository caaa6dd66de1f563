/// What one execution showed: a header, declarations, steps and a verdict, as sealed records that
/// are also the wire format (JSON lines). Records enter from the kernel, lines leave for disk,
/// socket and page. Knows nothing else of Braid. Read [braid.trace.Entry] first, then
/// [braid.trace.Action].
package braid.trace;
