/// Tests over the teaching programs in `sandbox/corpus`: what stands in the folders, what they do
/// when they are run, and what a real CPython makes of them; and over those in
/// `src/test/resources/conformance`, which say what Python's documentation says; and the laws of
/// locks, queues and the like in `src/test/resources/laws`, over all faces of them. Folders enter,
/// nothing leaves. Read [braid.corpus.Lesson] and [braid.corpus.FaceLaws] first.
package braid.corpus;
