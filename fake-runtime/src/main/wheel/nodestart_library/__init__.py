"""The smallest cluster library: Nodestart installs it to see whether libraries can be."""

GREETING = "installed"
