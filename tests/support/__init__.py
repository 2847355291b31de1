"""What the tests of the server share: a helper in this process, a helper as people start it, and a plain socket."""
