"""What the end-to-end tests stand on: a web of three sites on this machine, the real helper, and two real browsers."""
