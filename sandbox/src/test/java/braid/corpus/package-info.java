/// Tests over the teaching programs in `sandbox/corpus`: what stands in the folders, what they do
/// when they are run, and what a real CPython makes of them; and over those in
/// `src/test/resources/conformance`, which say what Python's documentation says. Folders enter,
/// nothing leaves. Read [braid.corpus.Lesson] first.
package braid.corpus;
