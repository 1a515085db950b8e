"""What a reader says when it cannot read a file."""


class ReadError(Exception):
    """A file cannot be read. The message is one Chinese sentence for the user: what is wrong and what to do.

    It does not name the file; whoever shows it puts the path before it.
    """
