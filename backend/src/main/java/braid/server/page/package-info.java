/// The page: the routes that answer with it, and what it is told about the service. The page's own
/// files come from the frontend's jar. Read [braid.server.page.PageResource] first.
package braid.server.page;
