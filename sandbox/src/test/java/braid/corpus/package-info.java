/// Tests over the teaching programs in `sandbox/corpus`: what stands in the folders, what they do
/// when they are run, and what a real CPython makes of them. Folders enter, nothing leaves. Read
/// [braid.corpus.Lesson] first.
package braid.corpus;
