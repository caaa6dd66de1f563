/// The gallery: the teaching programs that came with the sandbox, in the order they are meant to be
/// read. Read [braid.server.gallery.Gallery] first.
package braid.server.gallery;
